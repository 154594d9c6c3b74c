import { type RequirementId, requirementIds, requirementOf } from '../index.ts'
import { faq } from './faq.ts'
import { gettingStarted } from './getting-started.ts'
import { overview } from './overview.ts'
import { psd2Guide } from './psd2-guide.ts'
import type { DocumentPromise } from './types.ts'

export type { DocumentPromise } from './types.ts'

/** Every promise of the four documents, in their order. */
export const promises: readonly DocumentPromise[] = [...gettingStarted, ...faq, ...overview, ...psd2Guide]

/** Lists the requirements that answer a promise: those that name it as their source, and the others. */
export function requirementsFor({ source, requirements }: DocumentPromise): RequirementId[] {
  const named = requirementIds.filter((id) => requirementOf(id).source === source)
  return [...new Set([...named, ...requirements])]
}

/** Lists the promises that a requirement answers. */
export function promisesOf(id: RequirementId): DocumentPromise[] {
  return promises.filter((promise) => requirementsFor(promise).includes(id))
}
