import type { Reply } from '../http/client.ts'
import { serverTimeOf, skewOf } from '../http/server-time.ts'
import { type Application, readTokenPair } from '../oauth/application.ts'
import type { Customer } from '../oauth/customer.ts'
import type { ParkedKind } from '../parked/kinds.ts'
import type { Caller } from './caller.ts'
import { notObserved, positiveControl } from './not-observed.ts'
import { presentParked } from './parked-try.ts'
import { customerScope } from './token-broker.ts'

/** Who is issued tokens to park, and presents them later. */
export interface ParkingParties {
  readonly app: Application
  readonly caller: Caller
  /** Read only where a customer is needed: a run without one parks the application's own tokens. */
  readonly customer: () => Customer
}

/** What was issued, and when, by the target's clock. */
export interface Issued {
  readonly secret: string
  readonly issuedAt: Date
  /** How many seconds the target's clock is ahead of this machine's. */
  readonly skewSeconds: number
}

const issuers: Readonly<Record<ParkedKind, (parties: ParkingParties) => Promise<Issued>>> = {
  code: async (parties) => {
    // A fresh code opens something: without that, a refusal of the parked one would prove nothing.
    await consent(parties)
    const { code, reply } = await logIn(parties)
    return issuedBy(reply, code)
  },
  'access-token': async (parties) => {
    const { reply, accessToken } = await consent(parties)
    return alive('access-token', issuedBy(reply, accessToken), parties)
  },
  'two-legged-token': async (parties) => {
    const reply = positiveControl(await parties.app.fetchToken())
    return alive('two-legged-token', issuedBy(reply, readTokenPair(reply)?.accessToken), parties)
  },
  'refresh-token': async (parties) => {
    const { reply, refreshToken } = await consent(parties)
    return issuedBy(reply, refreshToken)
  },
}

/** Lets the target issue something to park, and sees that it works where that spends nothing; unclear when it does not. */
export function issueToPark(kind: ParkedKind, parties: ParkingParties): Promise<Issued> {
  return issuers[kind](parties)
}

async function logIn({ app, customer }: ParkingParties): Promise<{ code: string; reply: Reply }> {
  const { callback, reply } = await customer().authorize(app, customerScope(app.market.id))
  const code = callback?.get('code') ?? notObserved('unclear: login and consent gave no code to park')
  return { code, reply }
}

async function consent(parties: ParkingParties) {
  const { code } = await logIn(parties)
  const reply = positiveControl(await parties.app.redeem(code))
  return {
    reply,
    ...(readTokenPair(reply) ?? notObserved('unclear: the code exchange gave no tokens to park')),
  }
}

async function alive(kind: ParkedKind, issued: Issued, parties: ParkingParties): Promise<Issued> {
  const seen = await presentParked(kind, issued.secret, parties)
  return seen.alive === true
    ? issued
    : notObserved(`unclear: what was to be parked opened nothing (${seen.answer})`)
}

function issuedBy(reply: Reply, secret = ''): Issued {
  const [issuedAt, skewSeconds] = [serverTimeOf(reply), skewOf(reply)]
  if (secret === '') return notObserved('unclear: nothing was issued that could be parked')
  if (issuedAt === undefined || skewSeconds === undefined)
    return notObserved('the answers have no Date header, so no age can be told')
  return { secret, issuedAt, skewSeconds }
}
