import type { VersionId } from '../../raw/numbers.ts'
import { expects, judgeSeen, type SurveyCheck } from '../check.ts'
import type { SurveyRuleId } from '../rules.ts'

function version(rule: SurveyRuleId, id: VersionId, expected: 'accepted' | 'refused'): SurveyCheck {
  return {
    rule,
    judge: ({ versions }) =>
      judgeSeen(versions.agreements[id], (agreement) =>
        expects(expected, agreement === undefined ? 'refused' : 'accepted'),
      ),
  }
}

/** Which versions a host may and must speak. */
export const versionChecks: readonly SurveyCheck[] = [
  {
    rule: 'tls.version.no-ssl2',
    judge: ({ versions }) => judgeSeen(versions.ssl2, (answer) => expects('refused', answer)),
  },
  version('tls.version.no-ssl3', 'ssl3', 'refused'),
  version('tls.version.no-10', 'tls10', 'refused'),
  version('tls.version.no-11', 'tls11', 'refused'),
  version('tls.version.12', 'tls12', 'accepted'),
  version('tls.version.13', 'tls13', 'accepted'),
  {
    rule: 'tls.version.fallback',
    judge: ({ features }) =>
      judgeSeen(features.fallbackRefused, (isRefused) =>
        expects('turned away', isRefused ? 'turned away' : 'welcomed'),
      ),
  },
  {
    rule: 'tls.version.downgrade-mark',
    judge: ({ features }) =>
      judgeSeen(features.downgradeMarked, (isMarked) =>
        expects('marked', isMarked ? 'marked' : 'not marked'),
      ),
  },
]
