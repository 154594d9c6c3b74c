import type { RequirementId } from '../index.ts'
import { authorize } from './authorize.ts'
import { bank } from './bank.ts'
import { bearer } from './bearer.ts'
import { errorAndContract } from './error-and-contract.ts'
import { http } from './http.ts'
import { ratelimit } from './ratelimit.ts'
import { refreshAndRevoke } from './refresh-and-revoke.ts'
import { tls } from './tls.ts'
import { token } from './token.ts'
import type { Fate } from './types.ts'

/** A candidate with what became of it. */
export interface Candidate {
  readonly id: string
  /** Taken: the requirement came from it. Merged: the requirement came from another one and covers it as well. */
  readonly fate: 'taken' | 'merged' | 'set aside'
  readonly becomes?: RequirementId
  readonly reason?: string
}

const areas = [token, authorize, refreshAndRevoke, bearer, ratelimit, http, errorAndContract, tls, bank]

const fates: readonly (readonly [string, Fate])[] = areas.flatMap((area) => Object.entries<Fate>(area))

/** The candidate that each requirement came from: that of the same id, or else the first. */
const origins = new Map<RequirementId, string>()
for (const [id, fate] of fates) {
  if (!('becomes' in fate)) continue
  if (id === fate.becomes || !origins.has(fate.becomes)) origins.set(fate.becomes, id)
}

/** Every candidate requirement that the standards and the facts about the bank gave, in their order. */
export const candidates: readonly Candidate[] = fates.map(([id, fate]) => describe(id, fate))

function describe(id: string, fate: Fate): Candidate {
  if ('aside' in fate) return { id, fate: 'set aside', reason: fate.aside }
  const { becomes } = fate
  return { id, fate: origins.get(becomes) === id ? 'taken' : 'merged', becomes }
}
