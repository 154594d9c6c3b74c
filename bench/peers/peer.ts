import type { Bench } from './bench.ts'
import type { Node } from './document.ts'
import type { RightCall } from './right-calls.ts'
import type { Time } from './time.ts'
import type { Variant } from './variants.ts'

/** Everything that a peer gets for one run: one document, the sandbox, and calls that are right in everything. */
export interface Job {
  readonly bench: Bench
  /** Base address of the document's operations. */
  readonly serverUrl: string
  /** The document as OpenAPI 3.1, with the sandbox's own values as examples. */
  readonly document: Node
  readonly calls: readonly RightCall[]
  /** The same calls, and those with one fault, with the status that the honest sandbox gives. */
  readonly variants: readonly Variant[]
  /** An empty folder of the run. */
  readonly folder: string
  readonly timeoutMs: number
}

/** What a peer reported in one run. */
export interface Outcome extends Time {
  /** Each failure once, without values that differ from run to run. */
  readonly findings: readonly string[]
  readonly timedOut: boolean
  /** Why the peer could not work; undefined when it did. */
  readonly error?: string
}

/** A tool that is compared. */
export interface Peer {
  readonly id: 'schemathesis' | 'dredd' | 'portman' | 'prism'
  readonly name: string
  run(job: Job): Promise<Outcome>
}

/** Puts a sign in place of ids, tokens, ports and other texts that no two runs share. */
export function withoutChance(text: string): string {
  return text
    .replaceAll(/localhost:\d+/g, 'localhost')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '#')
    .replaceAll(/(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{20,}/g, '#')
    .replaceAll(/\d+/g, (digits) => (digits.length > 3 ? '#' : digits))
}
