import { json } from './answer.ts'
import { neverCached, oauthError } from './oauth-error.ts'
import { mediaTypeOf } from './request.ts'
import type { Endpoint } from './world.ts'

/** The token call of the getting-started guide: credentials in the form, an hour of life. */
export const issueGettingStartedToken: Endpoint = (world, call) => {
  if (mediaTypeOf(call) !== 'application/x-www-form-urlencoded')
    return oauthError(400, 'invalid_request', 'The body must be a form')
  const form = new URLSearchParams(call.body ?? '')
  const application = world.applications.find(
    ({ clientId, clientSecret }) =>
      clientId === form.get('client_id') && clientSecret === form.get('client_secret'),
  )
  if (application === undefined)
    return oauthError(401, 'invalid_client', 'Client authentication failed', {
      'www-authenticate': 'Basic realm="citi"',
    })
  if (application.isProvider === true && world.behaviour.enforces('registration.three-legged'))
    return oauthError(400, 'unauthorized_client', 'The application acts for customers only')
  if (form.get('grant_type') !== 'client_credentials')
    return oauthError(400, 'unsupported_grant_type', 'The grant type is not offered here')
  const now = world.clock.now()
  const grant = world.grants.open({
    clientId: application.clientId,
    username: undefined,
    market: 'us',
    scope: '/api',
    consentedAt: now,
  })
  const accessToken = world.grants.keep(world.grants.accessTokens, {
    kind: 'access',
    grant,
    scope: '/api',
    issuedAt: now,
    lifetimeSeconds: 3600,
    fromRefresh: false,
    revoked: false,
    lastUsedAt: now,
  })
  return json(
    200,
    { access_token: accessToken, token_type: 'Bearer', expires_in: 3600, scope: '/api' },
    neverCached,
  )
}
