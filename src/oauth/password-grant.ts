import { constants, createPublicKey, publicEncrypt, randomUUID } from 'node:crypto'
import type { Reply } from '../http/client.ts'
import { headerOf } from '../http/exchange.ts'
import { type Application, encodeForm, type TokenCallChange } from './application.ts'

/** What a test changes about the exchange of a password; everything else stays right. */
export interface PasswordChange {
  readonly username?: string
  readonly password?: string
  /** The `bizToken` to send instead of that of the key. */
  readonly bizToken?: string
  /** Whether the password travels as it is, and not encrypted. */
  readonly isPlain?: boolean
  readonly headers?: TokenCallChange['headers']
}

/** What the key call gives: a public key, and what goes along with a password. */
export interface PasswordKey {
  readonly modulus: string
  readonly exponent: string
  readonly bizToken: string
  readonly eventId: string
}

/** Asks for the key that encrypts a password, with a two-legged token. */
export async function fetchPasswordKey(app: Application, accessToken: string): Promise<Reply> {
  return app.client.send({
    method: 'GET',
    path: '/security/e2eKey',
    headers: {
      authorization: `Bearer ${accessToken}`,
      client_id: app.clientId,
      uuid: randomUUID(),
      accept: 'application/json',
      'content-type': 'application/json',
    },
  })
}

/** Reads the key out of its answer; undefined when a part is missing. */
export function readPasswordKey(reply: Reply): PasswordKey | undefined {
  const { modulus, exponent } = (reply.json ?? {}) as { modulus?: unknown; exponent?: unknown }
  const bizToken = headerOf(reply.headers, 'bizToken')
  const eventId = headerOf(reply.headers, 'eventid')
  if (typeof modulus !== 'string' || typeof exponent !== 'string') return undefined
  return bizToken === undefined || eventId === undefined
    ? undefined
    : { modulus, exponent, bizToken, eventId }
}

/** Encrypts a password as the bank's own pages do: event id, a comma, the letter b and the password. */
export function encryptPassword({ modulus, exponent, eventId }: PasswordKey, password: string): string {
  const key = createPublicKey({
    key: { kty: 'RSA', n: fromHex(modulus), e: fromHex(exponent) },
    format: 'jwk',
  })
  const block = { key, padding: constants.RSA_PKCS1_PADDING }
  return publicEncrypt(block, Buffer.from(`${eventId},b${password}`)).toString('hex')
}

function fromHex(digits: string): string {
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex').toString('base64url')
}

/** Exchanges user id and password of a customer for a pair of tokens. */
export async function exchangePassword(
  app: Application,
  key: PasswordKey,
  { username = '', password = '', bizToken = key.bizToken, isPlain = false, headers }: PasswordChange,
): Promise<Reply> {
  return app.client.send({
    method: 'POST',
    path: `/password/oauth2/token/${app.market.id}/${app.market.businessCode}`,
    headers: {
      authorization: app.basic,
      bizToken,
      uuid: randomUUID(),
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: encodeForm({
      grant_type: 'password',
      scope: '/api',
      username,
      password: isPlain ? password : encryptPassword(key, password),
    }),
  })
}

/** Exchanges the refresh token of a password for a new pair, at the address of this grant. */
export async function refreshPassword(
  app: Application,
  refreshToken: string,
  change: TokenCallChange = {},
): Promise<Reply> {
  const headers = { uuid: randomUUID(), ...change.headers }
  return app.refresh(refreshToken, { path: '/password/oauth2/refresh', ...change, headers })
}
