import type { RequirementId } from '../index.ts'

/** What became of a candidate: a requirement of ours, alone or together with others, or nothing, with the reason. */
export type Fate = { readonly becomes: RequirementId } | { readonly aside: string }

/** Candidates with what became of them, by the id under which they were proposed. */
export type Fates = Readonly<Record<string, Fate>>
