import type { Defect } from '../mock/defects/index.ts'
import type { RequirementId } from '../requirements/index.ts'

/** Tests that together make one exchange of every kind: the checks see each of them under every defect. */
const panel: readonly RequirementId[] = [
  'token.client-auth.basic',
  'token.client-auth.wrong-secret',
  'token.scope.invalid',
  'authorize.flow.login-and-consent',
  'refresh.flow.new-pair',
  'bearer.empty',
  'bearer.tampered',
  'ratelimit.429.status',
  'http.path.unknown',
]

/** The expression that selects the tests which can notice a defect: those of its requirement, and the panel. */
export function selectionFor(defect: Defect): RegExp {
  const ids = [defect.breaks, ...(defect.seenBy ?? []), ...panel]
  return new RegExp(`@(${ids.map((id) => id.replaceAll('.', '\\.')).join('|')})(?![\\w.-])`)
}
