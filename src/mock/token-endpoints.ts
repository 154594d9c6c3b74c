import { setTimeout } from 'node:timers/promises'
import type { MarketId } from '../markets/types.ts'
import type { Answer } from './answer.ts'
import { type Code, isOver, type RefreshToken } from './grants.ts'
import { isAnswer, neverCached, oauthError } from './oauth-error.ts'
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

function issueToAnybody(world: World, form: TokenForm): Answer {
  const grant = world.grants.open({
    clientId: form.application.clientId,
    username: world.customers[0]?.username,
    market: 'sg',
    scope: '/api',
    consentedAt: world.clock.now(),
  })
  return issueTokens(world, grant, { scope: '/api', withConsent: true })
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

/** Renews a pair and replaces its refresh token. @see https://www.rfc-editor.org/rfc/rfc6749#section-6 */
export const refresh: Endpoint = async (world, call) => {
  const { behaviour } = world
  const form = readTokenForm(world, call, !behaviour.enforces('refresh.auth'))
  if (isAnswer(form)) return form
  const refusal =
    refuseGrantType(world, form, 'refresh_token') ?? refuseMissing(form.fields, ['refresh_token'])
  if (refusal !== undefined) return refusal
  const token = findRefreshToken(world, form.fields['refresh_token'] ?? '')
  if (token === undefined)
    return behaviour.enforces('refresh.known')
      ? invalidGrant('The refresh token is unknown')
      : issueToAnybody(world, form)
  const problem = findRefreshProblem(world, token, form)
  if (problem !== undefined) return invalidGrant(problem)
  const scope = spellScope(world, form.fields['scope'] ?? token.scope)
  if (isWider(scope, token.scope) && behaviour.enforces('refresh.scope'))
    return oauthError(400, 'invalid_scope', 'A refresh cannot widen the scope')
  if (!behaviour.enforces('refresh.race')) await hesitate()
  token.replaced = true
  return issueTokens(world, token.grant, {
    scope,
    fromRefresh: true,
    withConsent: token.grant.username !== undefined,
  })
}

function findRefreshToken(world: World, value: string): RefreshToken | undefined {
  const token = world.grants.refreshTokens.get(value)
  const access = world.grants.accessTokens.get(value)
  if (token !== undefined || access === undefined || world.behaviour.enforces('refresh.kind')) return token
  return {
    ...access,
    kind: 'refresh',
    lifetimeSeconds: world.behaviour.lifetimes.refreshTokenSeconds,
    replaced: false,
  }
}

function findRefreshProblem(world: World, token: RefreshToken, form: TokenForm): string | undefined {
  const { behaviour } = world
  if (token.replaced) {
    if (behaviour.enforces('refresh.family')) token.grant.ended = true
    if (behaviour.enforces('refresh.rotation')) return 'The refresh token was replaced'
    token.grant.ended = false
  }
  if (token.grant.clientId !== form.application.clientId && behaviour.enforces('refresh.client'))
    return 'The refresh token belongs to another application'
  if (token.revoked || token.grant.ended) return 'The access has ended'
  if (!behaviour.enforces('refresh.works') && isAccessOver(world, token))
    return 'The access token has expired'
  const isExpired = isOver(token.issuedAt, token.lifetimeSeconds, world.clock.now())
  return isExpired && behaviour.enforces('refresh.expiry') ? 'The refresh token has expired' : undefined
}

/** Where refreshing must not work, it works only as long as nobody needs it. */
function isAccessOver({ behaviour, clock }: World, { issuedAt }: RefreshToken): boolean {
  return isOver(issuedAt, behaviour.lifetimes.accessTokenSeconds, clock.now())
}

/** Looks first and marks later, as servers do that let two calls through at once. */
async function hesitate(): Promise<void> {
  await setTimeout(50)
}

function isWider(scope: string, before: string): boolean {
  const allowed = new Set(before.split(' '))
  return scope.split(' ').some((word) => !allowed.has(word))
}

/** Ends access; either token of a pair ends both. @see https://www.rfc-editor.org/rfc/rfc7009#section-2.1 */
export const revoke: Endpoint = (world, call) => {
  const { behaviour, grants } = world
  const form = readTokenForm(world, call, !behaviour.enforces('revoke.auth'))
  if (isAnswer(form)) return form
  const refusal = refuseMissing(form.fields, ['token', 'token_type_hint'])
  if (refusal !== undefined) return refusal
  const value = form.fields['token'] ?? ''
  const token = grants.accessTokens.get(value) ?? grants.refreshTokens.get(value)
  if (token === undefined && !behaviour.enforces('revoke.unknown-ok'))
    return oauthError(400, 'invalid_request', 'The token is unknown')
  if (token?.revoked === true && !behaviour.enforces('revoke.idempotent'))
    return oauthError(400, 'invalid_request', 'The token was revoked before')
  const isOwn = token?.grant.clientId === form.application.clientId || !behaviour.enforces('revoke.owner')
  const hintFits =
    form.fields['token_type_hint'] === `${token?.kind ?? ''}_token` ||
    behaviour.enforces('revoke.hint-harmless')
  if (token !== undefined && isOwn && hintFits) endAccess(world, token)
  return {
    status: 200,
    headers: { 'content-type': 'application/json', ...neverCached },
    body: { status: 'success' },
  }
}

function endAccess(
  world: World,
  token: NonNullable<ReturnType<World['grants']['accessTokens']['get']>> | RefreshToken,
): void {
  const { behaviour, grants } = world
  const isAccess = token.kind === 'access'
  if (behaviour.enforces(isAccess ? 'revoke.effective' : 'revoke.refresh-effective')) token.revoked = true
  const pair = <Kind extends { grant: object; revoked: boolean }>(tokens: Iterable<Kind>) =>
    [...tokens].filter(({ grant }) => grant === token.grant)
  if (isAccess && behaviour.enforces('revoke.ends-refresh'))
    for (const other of pair(grants.refreshTokens.values())) other.revoked = true
  if (!isAccess && behaviour.enforces('revoke.ends-access'))
    for (const other of pair(grants.accessTokens.values())) other.revoked = true
}

function marketOf(params: Readonly<Record<string, string>>): MarketId {
  return (params['countryCode'] ?? '').toLowerCase() as MarketId
}
