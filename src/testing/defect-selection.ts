import type { TestDetails } from '@playwright/test'
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

/** The tag of tests that a proof need not run. */
export const unneededTag = '@unneeded'

let declaredUnder: Defect | undefined

/** Declares tests as those that run under a defect. */
export function declareUnder(defect: Defect | undefined, declare: () => void): void {
  declaredUnder = defect
  declare()
  declaredUnder = undefined
}

/** Tells whether the tests of a requirement cannot notice the defect under which they are being declared. */
export function isUnneeded(id: RequirementId): boolean {
  if (declaredUnder === undefined) return false
  const { breaks, breaksToo = breaks, seenBy = [] } = declaredUnder
  // No exchange of the panel can notice how the connection under it was made.
  const others = [breaks, breaksToo].every((each) => each.startsWith('tls.')) ? [] : panel
  return ![breaks, ...seenBy, ...others].includes(id)
}

/**
 * Returns a test function that does not even declare a test which cannot notice the defect: a proof has hundreds
 * of passes through the tests. Only for proofs, since the tests then seem to stand in this file.
 */
export function declaringNeeded<Declare extends object>(declare: Declare): Declare {
  const guarded = (title: string, details: TestDetails, body: unknown): void => {
    if ([details.tag ?? []].flat().includes(unneededTag)) return
    ;(declare as unknown as (...args: unknown[]) => void)(title, details, body)
  }
  return Object.assign(guarded, declare)
}
