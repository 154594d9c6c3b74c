import type { RequirementId } from '../index.ts'

/** A promise of the documents that the product is about, in our words, with what the suite makes of it. */
export interface DocumentPromise {
  /** An anchor as in a requirement's source, for example `seed-001#token-expiry`. */
  readonly source: string
  readonly says: string
  /** Requirements that answer it besides those that name it as their source. */
  readonly requirements: readonly RequirementId[]
  /** Why nothing that speaks to the API can test it; only for promises without requirements. */
  readonly outside?: string
}
