import { setTimeout } from 'node:timers/promises'
import type { Answer } from './answer.ts'
import { type Grant, isOver, type RefreshToken } from './grants.ts'
import { isAnswer, oauthError } from './oauth-error.ts'
import { readTokenForm, refuseGrantType, refuseMissing, type TokenForm } from './token-form.ts'
import { type IssueOptions, issueTokens, spellScope } from './tokens.ts'
import type { Endpoint, World } from './world.ts'

/** Tokens of one way to authorize: which grants they hang on, and how a pair of them is handed out. */
export interface TokenFamily {
  readonly kinds: readonly Grant['kind'][]
  readonly issue: (world: World, grant: Grant, options: IssueOptions) => Answer
}

const invalidGrant = (words: string): Answer => oauthError(400, 'invalid_grant', words)

/** Renews a pair and replaces its refresh token. @see https://www.rfc-editor.org/rfc/rfc6749#section-6 */
export function renewing({ kinds, issue }: TokenFamily): Endpoint {
  return async (world, call) => {
    const { behaviour } = world
    const form = readTokenForm(world, call, !behaviour.enforces('refresh.auth'))
    if (isAnswer(form)) return form
    const refusal =
      refuseGrantType(world, form, 'refresh_token') ?? refuseMissing(form.fields, ['refresh_token'])
    if (refusal !== undefined) return refusal
    const token = findRefreshToken(world, form.fields['refresh_token'] ?? '')
    const isOfFamily = token !== undefined && kinds.includes(token.grant.kind)
    if (token === undefined || (!isOfFamily && behaviour.enforces('refresh.kinds')))
      return behaviour.enforces('refresh.known')
        ? invalidGrant('The refresh token is unknown')
        : issueToAnybody(world, form)
    const problem = findProblem(world, token, form)
    if (problem !== undefined) return invalidGrant(problem)
    const scope = spellScope(world, form.fields['scope'] ?? token.scope)
    if (isWider(scope, token.scope) && behaviour.enforces('refresh.scope'))
      return oauthError(400, 'invalid_scope', 'A refresh cannot widen the scope')
    if (!behaviour.enforces('refresh.race')) await hesitate()
    token.replaced = true
    return issue(world, token.grant, {
      scope,
      fromRefresh: true,
      withConsent: token.grant.username !== undefined,
    })
  }
}

/** Where codes and tokens need not be known, the first customer pays for it. */
export function issueToAnybody(world: World, form: TokenForm): Answer {
  const grant = world.grants.open({
    clientId: form.application.clientId,
    username: world.customers[0]?.username,
    market: 'sg',
    scope: '/api',
    consentedAt: world.clock.now(),
  })
  return issueTokens(world, grant, { scope: '/api', withConsent: true })
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

function findProblem(world: World, token: RefreshToken, form: TokenForm): string | undefined {
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
export async function hesitate(): Promise<void> {
  await setTimeout(50)
}

function isWider(scope: string, before: string): boolean {
  const allowed = new Set(before.split(' '))
  return scope.split(' ').some((word) => !allowed.has(word))
}
