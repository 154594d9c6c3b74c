import { randomUUID } from 'node:crypto'
import { json } from '../answer.ts'
import { publicNumbers } from '../encryption-key.ts'
import { admit, asResource } from '../gateway.ts'
import { isAnswer } from '../oauth-error.ts'
import { refusal } from '../refusals.ts'
import type { Endpoint } from '../world.ts'

/** Gives the key that encrypts a password, and in its headers what the token call needs besides. */
export const getPasswordKey: Endpoint = (world, call) => {
  const { operation, params } = call
  if (operation === undefined) return refusal(404, undefined)
  const routed = { operation, params, request: call }
  const token = admit(world, routed)
  if (isAnswer(token)) return asResource(routed, token)
  const { modulus, exponent } = publicNumbers()
  const headers = {
    bizToken: world.bizTokens.issue(token.grant.clientId),
    eventid: world.bizTokens.eventId,
    citiuuid: randomUUID(),
    // A colon stands before the milliseconds, as was seen.
    responseTimeStamp: world.clock
      .now()
      .toISOString()
      .replace(/\.(\d+)Z$/, ':$1'),
  }
  return asResource(
    routed,
    json(200, { modulus: modulus.toString(16), exponent: exponent.toString(16) }, headers),
  )
}
