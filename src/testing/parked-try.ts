import { TransportError } from '../errors.ts'
import type { Reply } from '../http/client.ts'
import { serverTimeOf } from '../http/server-time.ts'
import type { ParkedKind } from '../parked/kinds.ts'
import type { Try } from '../parked/outcome.ts'
import { errorCodeOf } from './matchers.ts'
import { readingOperation } from './operations.ts'
import type { ParkingParties } from './parked-issue.ts'

interface Presentation {
  readonly send: (secret: string, parties: ParkingParties) => Promise<Reply>
  /** Whether an answer tells that the token lives, or that it does not; undefined when it tells neither. */
  readonly read: (reply: Reply) => boolean | undefined
}

const read = (secret: string, { caller, app }: ParkingParties) =>
  caller.call(readingOperation(app.market), { accessToken: secret })
const grant = (reply: Reply) => tell(reply, { alive: [200], dead: [400], code: 'invalid_grant' })

const presentations: Readonly<Record<ParkedKind, Presentation>> = {
  code: { send: (code, { app }) => app.redeem(code), read: grant },
  'refresh-token': { send: (token, { app }) => app.refresh(token), read: grant },
  'access-token': { send: read, read: (reply) => tell(reply, { alive: [200], dead: [401] }) },
  // It opens no customer data: 403 says that it is known and alive, 401 that it is dead.
  'two-legged-token': { send: read, read: (reply) => tell(reply, { alive: [200, 403], dead: [401] }) },
}

/** Presents a parked token once and tells what came of it; no answer at all tells nothing. */
export async function presentParked(kind: ParkedKind, secret: string, parties: ParkingParties): Promise<Try> {
  const { send, read: readAnswer } = presentations[kind]
  try {
    const reply = await send(secret, parties)
    const answer = [reply.status, errorCodeOf(reply)].filter((part) => part !== undefined).join(' ')
    return { alive: readAnswer(reply), answer, at: serverTimeOf(reply)?.toISOString() }
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    return { alive: undefined, answer: `no answer (${error.code})`, at: undefined }
  }
}

function tell(
  reply: Reply,
  { alive, dead, code }: { alive: readonly number[]; dead: readonly number[]; code?: string },
): boolean | undefined {
  if (alive.includes(reply.status)) return true
  const isDead = dead.includes(reply.status) && (code === undefined || errorCodeOf(reply) === code)
  return isDead ? false : undefined
}
