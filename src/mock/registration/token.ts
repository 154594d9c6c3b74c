import { json } from '../answer.ts'
import { inErrorModel } from '../error-model.ts'
import { isAnswer, neverCached, oauthError } from '../oauth-error.ts'
import { readTokenForm } from '../token-form.ts'
import type { Endpoint } from '../world.ts'

const scope = 'app_registration'

/** Gives a token that opens registration, in every market, and nothing else. */
export const issueRegistrationToken: Endpoint = inErrorModel((world, call) => {
  const form = readTokenForm(world, call)
  if (isAnswer(form)) return form
  if (form.fields['grant_type'] !== 'client_credentials')
    return oauthError(400, 'unsupported_grant_type', 'The grant type is not offered here')
  if (form.fields['scope'] !== scope) return oauthError(400, 'invalid_scope', 'The scope is unknown')
  const { grants, clock, behaviour } = world
  const now = clock.now()
  const grant = grants.open({
    clientId: form.application.clientId,
    username: undefined,
    market: 'gb',
    isEverywhere: true,
    scope,
    consentedAt: now,
  })
  const accessToken = grants.keep(grants.accessTokens, {
    kind: 'access',
    grant,
    scope,
    issuedAt: now,
    lifetimeSeconds: behaviour.lifetimes.accessTokenSeconds,
    fromRefresh: false,
    revoked: false,
    lastUsedAt: now,
  })
  return json(200, { token_type: 'Bearer', access_token: accessToken, expires_in: 1800, scope }, neverCached)
})
