import type { Operation } from '../contract/types.ts'
import type { Market } from '../markets/types.ts'
import type { Behaviour } from './behaviour.ts'

/** What the sandbox sends back; a string body is sent as it is, everything else as JSON. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** A resource call that has passed the gateway: authenticated, allowed, valid. */
export interface ResourceCall {
  readonly operation: Operation
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: unknown
  readonly market: Market
  /** The application that calls. */
  readonly clientId: string
  /** Login name of the customer who consented; undefined for two-legged calls. */
  readonly username: string | undefined
  /** The one card that the token opens; undefined where it opens all that the customer has. */
  readonly cardId?: string | undefined
  readonly now: Date
  readonly behaviour: Behaviour
}

/** Answers one operation from the state of the bank. */
export type Handler = (call: ResourceCall) => Answer

/** Makes a JSON answer. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body }
}

/** Makes an answer without a body, as the bank sends after updates. */
export function empty(status: number): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: undefined }
}
