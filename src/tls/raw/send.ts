import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { isDeadline, transportOptions } from '../connection.ts'
import { type Answer, nameAnswer } from './answer.ts'
import { readFlight } from './flight.ts'

/** Where to send a hello; the time limit is for the connection and the answer together. */
export type RawTarget = Parameters<typeof transportOptions>[0]

/** More than any flight of a server, certificates included. */
const MOST_BYTES = 262_144

/** Sends the bytes of a hello and returns what came back; a failure is an answer, never an exception. */
export async function sendHello(target: RawTarget, hello: Buffer): Promise<Answer> {
  const socket = connect(transportOptions(target))
  try {
    await once(socket, 'connect')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return isDeadline(error) ? { kind: 'silent' } : { kind: 'unreachable', reason: code ?? message }
  }
  socket.write(hello)
  return readAnswer(socket)
}

async function readAnswer(socket: Socket): Promise<Answer> {
  let bytes = Buffer.alloc(0)
  try {
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      bytes = Buffer.concat([bytes, chunk])
      if (readFlight(bytes).complete || bytes.length > MOST_BYTES) break
    }
    return nameAnswer(bytes, 'closed')
  } catch (error) {
    return nameAnswer(bytes, isDeadline(error) ? 'silent' : 'closed')
  } finally {
    socket.destroy()
  }
}
