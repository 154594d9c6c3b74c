import type { TestDetails } from '@playwright/test'
import type { Operation } from '../contract/types.ts'
import { linkOf } from '../report/sources.ts'
import { type RequirementId, areaOf, requirementOf } from '../requirements/index.ts'
import type { Level } from '../requirements/types.ts'
import { isUnneeded, unneededTag } from './defect-selection.ts'

/** The annotation under which a test names its requirement. */
export const requirementAnnotation = 'allure.label.story'

const severities: Readonly<Record<Level, string>> = { MUST: 'critical', SHOULD: 'normal', MAY: 'minor' }
const epics: Readonly<Record<string, string>> = {
  token: 'Token flows',
  authorize: 'Token flows',
  refresh: 'Token flows',
  revoke: 'Token flows',
  access: 'Token flows',
  'getting-started': 'Token flows',
  expiry: 'Expiry',
  tls: 'TLS',
  shape: 'Response shapes',
  accounts: 'Response shapes',
  bearer: 'Error codes',
  error: 'Error codes',
  http: 'Error codes',
  ratelimit: 'Error codes',
  request: 'Error codes',
}

/**
 * Says which requirement a test proves on purpose: the tag that --grep finds, and the labels of the report.
 * A word that is no requirement does not compile.
 */
export function proves(id: RequirementId, feature: string = areaOf(id)): TestDetails {
  const requirement = requirementOf(id)
  const label = (name: string, description: string) => ({ type: `allure.label.${name}`, description })
  return {
    tag: isUnneeded(id) ? [`@${id}`, unneededTag] : [`@${id}`],
    annotation: [
      label('epic', epics[areaOf(id)] ?? 'Journeys'),
      label('feature', feature),
      { type: requirementAnnotation, description: id },
      label('severity', severities[requirement.level]),
      {
        type: 'description',
        description: `**${requirement.level}**: ${requirement.text}\n\nSource: ${linkOf(requirement.source)} (${requirement.evidence})`,
      },
    ],
  }
}

/** The same for a test that belongs to an operation, or to the operations of a product: that is the feature. */
export function provesFor(id: RequirementId, { product }: Pick<Operation, 'product'>): TestDetails {
  return proves(id, product)
}
