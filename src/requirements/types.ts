/** How strongly a requirement binds, in the words of RFC 2119. */
export type Level = 'MUST' | 'SHOULD' | 'MAY'

/** Who says so: the bank's documents, a standard, recorded traffic, or our own conclusion. */
export type Evidence = 'documented' | 'standard' | 'observed' | 'inferred'

/** One promise that the suite holds a target to. */
export interface Requirement {
  readonly level: Level
  /** The promise, as one sentence about the system. */
  readonly text: string
  /** An anchor such as `rfc6749#section-5.1` or `seed-001#token-expiry`; see report/sources.ts. */
  readonly source: string
  readonly evidence: Evidence
  /** Why nothing outside can observe it; such a row is counted apart. */
  readonly excluded?: string
}

/** The requirements of one area, keyed by id. */
export type Area = Readonly<Record<string, Requirement>>
