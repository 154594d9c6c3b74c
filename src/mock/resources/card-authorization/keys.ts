import { randomBytes } from 'node:crypto'
import { type Handler, json, type ResourceCall } from '../../answer.ts'
import { publicNumbers } from '../../encryption-key.ts'
import type { Desk } from '../desk.ts'

/** Hands out the bank's public key in decimal digits. */
export function getEncryptionKey(_: Desk): Handler {
  return (call) => {
    const { modulus, exponent } = publicNumbers()
    return json(200, { modulus: String(modulus), exponent: String(exponent) }, keyHeaders(call))
  }
}

/** Hands out the bank's public key in hexadecimal digits, before any customer logged in. */
export function getPreloginKey(_: Desk): Handler {
  return (call) => {
    const { modulus, exponent } = publicNumbers()
    const keyIdentifier = 'CARD_LOGIN'
    return json(
      200,
      { modulus: modulus.toString(16), exponent: exponent.toString(16), keyIdentifier },
      keyHeaders(call),
    )
  }
}

/** The headers that name the handing out; a colon stands before the milliseconds, as was seen. */
export function keyHeaders({ now }: Pick<ResourceCall, 'now'>): Record<string, string> {
  return {
    eventid: randomBytes(16).toString('hex').toUpperCase(),
    responseTimeStamp: now.toISOString().replace(/\.(\d+)Z$/, ':$1'),
  }
}
