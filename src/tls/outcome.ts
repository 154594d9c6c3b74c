import { readPeerAlert } from './alerts.ts'

/** The peer completed the handshake. */
export interface Accepted {
  readonly kind: 'accepted'
  /** For example `TLSv1.2`. */
  readonly version: string
  /** OpenSSL's name of the suite. */
  readonly cipher: string
  /** The group of the key exchange; absent without forward secrecy. */
  readonly ephemeralKey?: { readonly type: string; readonly name?: string; readonly bits: number }
}

/** Why no handshake came about; only `refused-by-peer` says anything about the peer's policy. */
export type HandshakeFailure =
  | {
      readonly kind: 'refused-by-peer'
      /** The alert as the standards spell it, for example `protocol_version`. */
      readonly alert: string
      /** Whether the peer had agreed on version and suite before; then it refused something else. */
      readonly afterServerHello: boolean
    }
  | { readonly kind: 'closed-by-peer'; readonly reason: string }
  | { readonly kind: 'failed-locally'; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'timed-out'; readonly timeoutMs: number }

/** How a handshake ended. */
export type HandshakeOutcome = Accepted | HandshakeFailure

/** Record header 5, handshake header 4, then version 2, random 32, session length 1, suite 2, compression 1. */
const SMALLEST_SERVER_HELLO = 47

const closedCodes: readonly string[] = ['ECONNRESET', 'ECONNABORTED', 'EPIPE']

/** Classifies an error that ended a handshake, given how many bytes the peer had sent until then. */
export function classifyHandshakeError(error: NodeJS.ErrnoException, bytesRead: number): HandshakeFailure {
  const alert = readPeerAlert(error)
  if (alert !== undefined) {
    return { kind: 'refused-by-peer', alert, afterServerHello: bytesRead >= SMALLEST_SERVER_HELLO }
  }
  const reason = error.code ?? error.message
  return { kind: closedCodes.includes(reason) ? 'closed-by-peer' : 'failed-locally', reason }
}

/** Says an outcome in words, as the second half of a sentence about the peer. */
export function describeOutcome(outcome: HandshakeOutcome): string {
  switch (outcome.kind) {
    case 'accepted':
      return `accepted ${outcome.version} with ${outcome.cipher}`
    case 'refused-by-peer':
      return `sent the alert ${outcome.alert}${outcome.afterServerHello ? ' after its ServerHello' : ''}`
    case 'closed-by-peer':
      return `closed the connection without an alert (${outcome.reason})`
    case 'failed-locally':
      return `was not to blame: the handshake failed on our side (${outcome.reason})`
    case 'unreachable':
      return `could not be reached (${outcome.reason})`
    case 'timed-out':
      return `did not answer within ${String(outcome.timeoutMs)} ms`
  }
}
