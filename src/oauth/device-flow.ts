import type { Reply } from '../http/client.ts'
import type { Application } from './application.ts'

const calls = '/v1/issuedDeviceAdministration/accessToken'

/** A compact JWE of the shape that is documented; nobody knows what a real one holds. */
const statement = [{ alg: 'RSA-OAEP-256', enc: 'A256GCM' }, 'key', 'nonce', 'device', 'tag']
  .map((part) => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url'))
  .join('.')

/** Asks for the tokens of a device that shows its statement. */
export async function retrieveDevice(app: Application, jweSignature = statement): Promise<Reply> {
  return app.client.send({
    method: 'POST',
    path: `${calls}/retrieve/${app.market.id}/${app.market.businessCode}`,
    headers: {
      authorization: app.basic,
      accept: 'application/json',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ jweSignature }),
  })
}

/** Exchanges the refresh token of a device for a new pair. */
export async function refreshDevice(app: Application, refreshToken: string): Promise<Reply> {
  return app.postForm(`${calls}/refresh`, { grant_type: 'refresh_token', refresh_token: refreshToken })
}

/** Ends the access of a device by one of its tokens. */
export async function revokeDevice(
  app: Application,
  token: string,
  hint: 'access_token' | 'refresh_token',
): Promise<Reply> {
  return app.postForm(`${calls}/revoke`, { token, token_type_hint: hint })
}
