import { type Flight, readFlight } from './flight.ts'
import type { ServerHello } from './server-hello.ts'

/** How a server answered a hello that was made by hand. */
export type Answer =
  | { readonly kind: 'hello'; readonly hello: ServerHello; readonly flight: Flight }
  /** A SERVER-HELLO of SSL 2.0. */
  | { readonly kind: 'ssl2' }
  | { readonly kind: 'alert'; readonly alert: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'silent' }
  /** Something that is not TLS. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'unreachable'; readonly reason: string }

/** Names the answer in all that a server sent until it closed or the time was over. */
export function nameAnswer(bytes: Buffer, end: 'closed' | 'silent'): Answer {
  const flight = readFlight(bytes)
  if (flight.hello !== undefined) return { kind: 'hello', hello: flight.hello, flight }
  if (flight.alert !== undefined) return { kind: 'alert', alert: flight.alert }
  if (flight.ssl2) return { kind: 'ssl2' }
  return { kind: flight.foreign ? 'foreign' : end }
}

/** The alerts that answer an offer; any other is about the name, a certificate or a fault. */
export const refusingAlerts: readonly string[] = [
  'handshake_failure',
  'protocol_version',
  'insufficient_security',
]

/** Says an answer in words, as the second half of a sentence about the server. */
export function describeAnswer(answer: Answer): string {
  switch (answer.kind) {
    case 'hello':
      return 'sent a ServerHello'
    case 'ssl2':
      return 'sent a SERVER-HELLO of SSL 2.0'
    case 'alert':
      return `sent the alert ${answer.alert}`
    case 'closed':
      return 'closed the connection without a word'
    case 'silent':
      return 'did not answer in time'
    case 'foreign':
      return 'sent something that is not TLS'
    case 'unreachable':
      return `could not be reached (${answer.reason})`
  }
}
