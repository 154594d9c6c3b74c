import type { Answer } from './answer.ts'
import { authorize } from './authorize-endpoints.ts'
import { inErrorModel } from './error-model.ts'
import { oauthError } from './oauth-error.ts'
import { refusal } from './refusals.ts'
import { redeemCode, refresh, revoke } from './token-endpoints.ts'
import type { Endpoint, EndpointCall, World } from './world.ts'

/** Opens the login page; what stops the customer before it is an error for programs here, not a page. */
export const authorizePartner: Endpoint = async (world, call) => {
  const answer = await authorize(world, call)
  if (answer.status < 400) return answer
  return refusal(isKnown(world, call) ? 400 : 401, call.operation, {
    headers: { 'www-authenticate': 'Basic realm="citi"' },
  })
}

function isKnown({ applications }: World, { query }: EndpointCall): boolean {
  const named = new URLSearchParams(query).get('client_id')
  return applications.some(({ clientId }) => clientId === named)
}

/** Exchanges a code, whichever address it was fetched at. */
export const exchangePartnerCode = partnerCall(async (world, call) => {
  if (!world.behaviour.enforces('partner.flow'))
    return oauthError(400, 'invalid_grant', 'The code is unknown')
  if (!world.behaviour.enforces('partner.code-once')) reopen(world, call)
  return redeemCode(world, call)
})

/** Renews a pair, whichever address it came from. */
export const refreshPartnerToken = partnerCall((world, call) =>
  world.behaviour.enforces('partner.shared')
    ? refresh(world, call)
    : oauthError(400, 'invalid_grant', 'The refresh token is unknown'),
)

/** Ends access, whichever address gave it. */
export const revokePartnerToken = partnerCall(revoke)

/** Makes a used code good again, as a server would that counts the codes of each address on its own. */
function reopen({ grants }: World, { body = '' }: EndpointCall): void {
  const code = grants.codes.get(new URLSearchParams(body).get('code') ?? '')
  if (code !== undefined) code.used = false
}

function partnerCall(endpoint: Endpoint): Endpoint {
  const told = inErrorModel(endpoint)
  return async (world, call) =>
    withoutConsent(await (world.behaviour.enforces('partner.error-model') ? told : endpoint)(world, call))
}

/** The documents of this generation do not know when a customer consented. */
function withoutConsent(answer: Answer): Answer {
  if (answer.status !== 200) return answer
  const { consented_on: _, refresh_token_expires_in: __, ...body } = answer.body as Record<string, unknown>
  return { ...answer, body }
}
