import { once } from 'node:events'
import { connect, isIPv6, type Socket } from 'node:net'
import { isDeadline, transportOptions } from './connection.ts'

/** What a port does with plain HTTP. `refused` proves something only where the same port also accepts TLS. */
export type PlainHttpOutcome =
  | { readonly kind: 'refused'; readonly how: string }
  | { readonly kind: 'served'; readonly status: number }
  | { readonly kind: 'redirected'; readonly status: number; readonly location: string }
  | { readonly kind: 'unclear'; readonly reason: string }

/** Where to send plain HTTP. */
export interface PlainHttpTarget {
  readonly host: string
  readonly port: number
  readonly timeoutMs: number
}

/** More than any head and any page that explains a refusal. */
const ENOUGH_BYTES = 16_384

/**
 * Sends a plain HTTP/1.1 GET to a port that is meant for TLS and tells what came back.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.2
 */
export async function probePlainHttp(target: PlainHttpTarget): Promise<PlainHttpOutcome> {
  const socket = connect(transportOptions(target))
  try {
    await once(socket, 'connect')
  } catch (error) {
    return isDeadline(error) ? silent(target) : unclear(`no connection: ${(error as Error).message}`)
  }
  const host = isIPv6(target.host) ? `[${target.host}]` : target.host
  socket.write(`GET / HTTP/1.1\r\nHost: ${host}:${String(target.port)}\r\nConnection: close\r\n\r\n`)
  const { bytes, cut } = await readAnswer(socket)
  return bytes.length === 0 && cut ? silent(target) : classifyAnswer(bytes)
}

async function readAnswer(socket: Socket): Promise<{ bytes: Buffer; cut: boolean }> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      if (Buffer.concat(chunks).length >= ENOUGH_BYTES) break
    }
    return { bytes: Buffer.concat(chunks), cut: false }
  } catch (error) {
    return { bytes: Buffer.concat(chunks), cut: isDeadline(error) }
  } finally {
    socket.destroy()
  }
}

function classifyAnswer(bytes: Buffer): PlainHttpOutcome {
  if (bytes.length === 0) return { kind: 'refused', how: 'closed the connection without a word' }
  // Content type 21, then the major version of every TLS.
  if (bytes[0] === 21 && bytes[1] === 3) return { kind: 'refused', how: 'sent a TLS alert' }
  const text = bytes.toString('latin1')
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1])
  return Number.isNaN(status) ? unclear('the answer is neither TLS nor HTTP') : classifyStatus(status, text)
}

function classifyStatus(status: number, text: string): PlainHttpOutcome {
  const location = /^location:[ \t]*(\S+)/im.exec(text)?.[1]
  if (status >= 300 && status < 400 && location !== undefined) return { kind: 'redirected', status, location }
  if (status === 426) return { kind: 'refused', how: 'answered 426 Upgrade Required' }
  if (status !== 400) return { kind: 'served', status }
  // An API behind plain HTTP may answer 400 as well, so the answer has to name what it minds.
  return /\b(https(?!:)|ssl|tls)\b/i.test(text)
    ? { kind: 'refused', how: 'answered 400 and asked for TLS' }
    : unclear('answered 400 for a reason of its own')
}

function silent({ timeoutMs }: PlainHttpTarget): PlainHttpOutcome {
  return unclear(`no answer within ${String(timeoutMs)} ms`)
}

function unclear(reason: string): PlainHttpOutcome {
  return { kind: 'unclear', reason }
}
