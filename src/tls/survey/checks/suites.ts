import { versionNames } from '../../raw/numbers.ts'
import { type Suite, type Trait, traits } from '../../raw/suites.ts'
import { expects, expectsNone, type Judgement, judgeSeen, type SurveyCheck } from '../check.ts'
import { findDoubt, type SurveyFacts } from '../facts.ts'
import { isMozillaIntermediate, isNist } from '../profiles.ts'
import type { SurveyRuleId } from '../rules.ts'
import type { AcceptedSuite } from '../suite-probe.ts'

function without(rule: SurveyRuleId, trait: Trait): SurveyCheck {
  return { rule, judge: (facts) => refuses(facts, ({ suite }) => traits[trait](suite)) }
}

/** Which suites a host may and must accept. */
export const suiteChecks: readonly SurveyCheck[] = [
  without('tls.cipher.no-null', 'null'),
  without('tls.cipher.no-anonymous', 'anonymous'),
  without('tls.cipher.no-export', 'export'),
  without('tls.cipher.no-rc4', 'rc4'),
  without('tls.cipher.no-des', 'des'),
  without('tls.cipher.no-triple-des', 'triple-des'),
  without('tls.cipher.no-static-rsa', 'static-rsa'),
  without('tls.cipher.no-static-dh', 'static-dh'),
  without('tls.cipher.no-cbc', 'cbc'),
  { rule: 'tls.cipher.recommended', judge: judgeRecommended },
  { rule: 'tls.cipher.forward-secrecy', judge: judgePreference },
  { rule: 'tls.cipher.nist', judge: (facts) => refuses(facts, ({ suite }) => !isNist(suite)) },
  {
    rule: 'tls.cipher.mozilla',
    judge: (facts) => refuses(facts, (accepted) => !isMozillaIntermediate(accepted)),
  },
]

function refuses(facts: SurveyFacts, isBad: (accepted: AcceptedSuite) => boolean): Judgement {
  const { suites } = facts
  const found = suites.accepted.filter(isBad)
  const doubt = findDoubt(facts)
  if (found.length === 0 && doubt !== undefined) return { status: 'unclear', reason: doubt }
  const open = suites.unclear.find(({ version, suites }) => suites.some((suite) => isBad({ version, suite })))
  if (found.length === 0 && open !== undefined)
    return { status: 'unclear', reason: `${versionNames[open.version]}: ${open.reason}` }
  return expectsNone(nameSuites(found))
}

/** Names each suite once, with the versions that carry it. */
function nameSuites(found: readonly AcceptedSuite[]): string[] {
  const names = [...new Set(found.map(({ suite }) => suite.name))]
  return names.map((name) => {
    const versions = found
      .filter(({ suite }) => suite.name === name)
      .map(({ version }) => versionNames[version])
    return `${name} (${versions.join(', ')})`
  })
}

/** @see https://www.rfc-editor.org/rfc/rfc9325#section-4.2 */
function judgeRecommended({ suites, versions }: SurveyFacts): Judgement {
  const isRecommended = ({ name }: Suite) => /^TLS_ECDHE_(ECDSA|RSA)_WITH_AES_(128|256)_GCM_/.test(name)
  const found = suites.accepted.some(({ version, suite }) => version === 'tls12' && isRecommended(suite))
  const open = suites.unclear.find(({ version }) => version === 'tls12')
  if (!found && open !== undefined) return { status: 'unclear', reason: open.reason }
  return judgeSeen(versions.agreements.tls12, () => expects('accepted', found ? 'accepted' : 'refused'))
}

function judgePreference({ features }: SurveyFacts): Judgement {
  return judgeSeen(features.choiceAgainstOrder, (name) => {
    const isFresh = /^TLS_(EC)?DHE?_/.test(name) && !/^TLS_(EC)?DH_(RSA|DSS|ECDSA)/.test(name)
    return {
      status: isFresh ? 'passed' : 'failed',
      expected: 'a suite of forward secrecy',
      actual: name,
    }
  })
}
