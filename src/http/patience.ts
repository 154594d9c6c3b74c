import { TransportError } from '../errors.ts'
import type { Call, Reply } from './client.ts'

/** Something between us and the target went wrong in the middle of a run. */
export interface Disturbance {
  /** For example `GET /v1/accounts: the connection broke`. */
  readonly what: string
  /** Whether the call was made again, on a new connection. */
  readonly again: boolean
}

/** How a client bears disturbances of a long run. */
export interface Patience {
  /** Is told of each. */
  readonly disturbed: (disturbance: Disturbance) => void
}

const gatewayFailures: readonly number[] = [502, 503, 504]
const cuts: readonly string[] = ['connection-cut', 'timed-out', 'port-closed']

/** Tells whether an answer may come from something between us and the target. */
export function isGatewayFailure(status: number): boolean {
  return gatewayFailures.includes(status)
}

/**
 * Makes a call, and once more on a new connection when it was disturbed and asking again is safe: a GET. What
 * comes then is the target's answer, whatever it is. Any other call may have been done, so it is not repeated.
 * Throws TransportError `disturbed` when there is no answer to judge: that is no finding and no pass.
 */
export async function patiently(
  call: Call,
  patience: Patience,
  send: (again: boolean) => Promise<Reply>,
): Promise<Reply> {
  const [first, reply] = await attempt(call, () => send(false))
  if (first === undefined && reply !== undefined) return reply
  const again = call.method === 'GET'
  patience.disturbed({ what: first ?? '', again })
  if (!again) throw new TransportError('disturbed', first ?? '')
  try {
    return await send(true)
  } catch (cause) {
    const second = cutOf(call, cause)
    if (second === undefined) throw cause
    patience.disturbed({ what: second, again: false })
    throw new TransportError('disturbed', second, { cause })
  }
}

/** What disturbed a call, or its answer. */
async function attempt(
  call: Call,
  send: () => Promise<Reply>,
): Promise<readonly [disturbance: string | undefined, reply: Reply | undefined]> {
  try {
    const reply = await send()
    if (!isGatewayFailure(reply.status)) return [undefined, reply]
    return [`${nameOf(call)}: a gateway answered ${reply.status}`, reply]
  } catch (error) {
    const cut = cutOf(call, error)
    if (cut === undefined) throw error
    return [cut, undefined]
  }
}

function cutOf(call: Call, error: unknown): string | undefined {
  if (!(error instanceof TransportError) || !cuts.includes(error.code)) return undefined
  return `${nameOf(call)}: ${error.code === 'timed-out' ? 'no answer in time' : 'the connection broke'}`
}

/** The query may hold what belongs to a customer. */
function nameOf({ method, path }: Call): string {
  return `${method} ${path.split('?')[0] ?? ''}`
}
