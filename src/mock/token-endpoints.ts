import type { MarketId } from '../markets/types.ts'
import type { Answer } from './answer.ts'
import { type Code, isOver } from './grants.ts'
import { isAnswer, oauthError } from './oauth-error.ts'
import { hesitate, issueToAnybody, renewing } from './renewal.ts'
import { revoking } from './revocation.ts'
import { readTokenForm, refuseGrantType, refuseMissing, type TokenForm } from './token-form.ts'
import { hasUnknownScope, issueTokens, spellScope } from './tokens.ts'
import type { Endpoint, World } from './world.ts'

const invalidGrant = (words: string): Answer => oauthError(400, 'invalid_grant', words)

/** Gives a two-legged token. @see https://www.rfc-editor.org/rfc/rfc6749#section-4.4 */
export const clientCredentials: Endpoint = (world, call) => {
  const form = readTokenForm(world, call)
  if (isAnswer(form)) return form
  const { behaviour, clock, grants } = world
  const refusal = refuseGrantType(world, form, 'client_credentials')
  if (refusal !== undefined) return refusal
  if (form.fields['scope'] === undefined && behaviour.enforces('token.scope-required'))
    return oauthError(400, 'invalid_request', 'The parameter scope is missing')
  const scope = spellScope(world, form.fields['scope'] ?? '/api')
  if (hasUnknownScope(world, scope) && behaviour.enforces('token.scope-known'))
    return oauthError(400, 'invalid_scope', 'The scope is unknown')
  const market = marketOf(call.params)
  if (!behaviour.enforces('token.market-any') && market !== 'us')
    return oauthError(400, 'unauthorized_client', 'The application is not known in this market')
  const grant = grants.open({
    clientId: form.application.clientId,
    username: undefined,
    market,
    scope,
    consentedAt: clock.now(),
  })
  return issueTokens(world, grant, { scope, withConsent: false })
}

/** Exchanges a code. @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3 */
export const redeemCode: Endpoint = async (world, call) => {
  const form = readTokenForm(world, call)
  if (isAnswer(form)) return form
  const refusal =
    refuseGrantType(world, form, 'authorization_code') ??
    refuseMissing(
      form.fields,
      world.behaviour.enforces('code.redirect') ? ['code', 'redirect_uri'] : ['code'],
    )
  if (refusal !== undefined) return refusal
  const code = world.grants.codes.get(form.fields['code'] ?? '')
  if (code === undefined)
    return world.behaviour.enforces('code.known')
      ? invalidGrant('The code is unknown')
      : issueToAnybody(world, form)
  const problem = findCodeProblem(world, code, { form, market: marketOf(call.params) })
  if (problem !== undefined) return invalidGrant(problem)
  if (!world.behaviour.enforces('code.race')) await hesitate()
  code.used = true
  return issueTokens(world, code.grant, { scope: code.grant.scope, withConsent: true })
}

function findCodeProblem(
  world: World,
  code: Code,
  { form, market }: { form: TokenForm; market: MarketId },
): string | undefined {
  const { behaviour } = world
  if (code.used) {
    // A code that comes twice was stolen: what it gave is taken back (RFC 6749, section 4.1.2).
    if (behaviour.enforces('code.reuse-revokes')) code.grant.ended = true
    if (behaviour.enforces('code.single-use')) return 'The code was used before'
    code.grant.ended = false
  }
  if (code.grant.ended) return 'The customer withdrew the consent'
  if (code.grant.clientId !== form.application.clientId && behaviour.enforces('code.client'))
    return 'The code belongs to another application'
  if (code.redirectUri !== form.fields['redirect_uri'] && behaviour.enforces('code.redirect'))
    return 'The redirect URI differs from that of the request'
  if (code.grant.market !== market && behaviour.enforces('code.market'))
    return 'The code belongs to another market'
  const isExpired = isOver(code.issuedAt, behaviour.lifetimes.codeSeconds, world.clock.now())
  return isExpired && behaviour.enforces('code.expiry') ? 'The code has expired' : undefined
}

/** Renews the tokens of the code flow, and two-legged ones. */
export const refresh = renewing({ kinds: ['authorization_code', 'client_credentials'], issue: issueTokens })

/** Ends the access of such tokens. */
export const revoke = revoking({ status: 'success' })

function marketOf(params: Readonly<Record<string, string>>): MarketId {
  return (params['countryCode'] ?? '').toLowerCase() as MarketId
}
