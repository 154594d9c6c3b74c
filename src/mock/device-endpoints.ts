import type { MarketId } from '../markets/types.ts'
import type { Answer } from './answer.ts'
import { issueCardTokens } from './card-tokens.ts'
import { authenticate } from './client-authentication.ts'
import { isAnswer, oauthError } from './oauth-error.ts'
import { renewing } from './renewal.ts'
import { revoking } from './revocation.ts'
import { refuseInvalid } from './validate.ts'
import type { Endpoint, EndpointCall, World } from './world.ts'

/** Issues the tokens of a device that shows its statement; what is inside of it no document tells. */
export const retrieveDeviceToken: Endpoint = (world, call) => {
  const application = authenticate(world, call)
  if (isAnswer(application)) return application
  const refused = call.operation === undefined ? undefined : refuseInvalid(world, call.operation, call)
  if (refused !== undefined) return refused
  if (!isStatement(statementOf(call)) && world.behaviour.enforces('device.statement'))
    return oauthError(400, 'invalid_grant', 'The statement of the device cannot be read')
  return issueTo(world, call, application.clientId)
}

function issueTo(world: World, { params }: EndpointCall, clientId: string): Answer {
  const scope = '/api'
  const grant = world.grants.open({
    clientId,
    kind: 'device',
    username: undefined,
    market: (params['countryCode'] ?? '').toLowerCase() as MarketId,
    scope,
    consentedAt: world.clock.now(),
  })
  return issueDeviceTokens(world, grant, { scope, withConsent: false })
}

function statementOf({ body }: EndpointCall): string {
  const { jweSignature } = JSON.parse(body ?? '{}') as { jweSignature?: unknown }
  return typeof jweSignature === 'string' ? jweSignature : ''
}

/** Tells whether a text is a compact JWE by its header. @see https://www.rfc-editor.org/rfc/rfc7516#section-3.1 */
function isStatement(text: string): boolean {
  const [header = '', ...rest] = text.split('.')
  try {
    const { alg, enc } = JSON.parse(Buffer.from(header, 'base64url').toString('utf8')) as {
      alg?: unknown
      enc?: unknown
    }
    return rest.length === 4 && typeof alg === 'string' && typeof enc === 'string'
  } catch {
    return false
  }
}

/** Their answers tell neither when somebody consented nor how long the refresh token lives. */
const issueDeviceTokens: typeof issueCardTokens = (world, grant, options) => {
  const answer = issueCardTokens(world, grant, options)
  const { consented_on: _, refresh_token_expires_in: __, ...body } = answer.body as Record<string, unknown>
  return { ...answer, body }
}

/** Renews the tokens of a device. */
export const refreshDeviceToken = renewing({ kinds: ['device'], issue: issueDeviceTokens })

/** Ends the access of a device; one token of the pair ends the other. */
export const revokeDeviceToken = revoking({})
