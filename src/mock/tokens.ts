import { type Answer, json } from './answer.ts'
import type { Grant } from './grants.ts'
import { neverCached } from './oauth-error.ts'
import type { World } from './world.ts'

/** What a token answer tells besides the tokens. */
export interface IssueOptions {
  /** Scope of the access token; the refresh token keeps that of the grant. */
  readonly scope: string
  readonly fromRefresh?: boolean
  /** Whether the answer tells when the customer consented and how long the refresh token lives. */
  readonly withConsent: boolean
}

/** Issues a pair of tokens and says so in the documented words. */
export function issueTokens(
  world: World,
  grant: Grant,
  { scope, fromRefresh = false, withConsent }: IssueOptions,
): Answer {
  const now = world.clock.now()
  const { lifetimes } = world.behaviour
  const accessToken = issueAccess(world, grant, { scope, fromRefresh, now })
  const refreshToken = world.grants.keep(world.grants.refreshTokens, {
    kind: 'refresh',
    grant,
    scope: grant.scope,
    issuedAt: now,
    lifetimeSeconds: lifetimes.refreshTokenSeconds,
    replaced: false,
    revoked: false,
  })
  const body = {
    token_type: 'Bearer',
    access_token: accessToken,
    expires_in: 1800,
    scope,
    refresh_token: refreshToken,
    consented_on: Math.floor(grant.consentedAt.getTime() / 1000),
    ...(withConsent ? { refresh_token_expires_in: 2_592_000 } : {}),
  }
  return json(200, body, neverCached)
}

function issueAccess(
  world: World,
  grant: Grant,
  { scope, fromRefresh, now }: { scope: string; fromRefresh: boolean; now: Date },
): string {
  const { grants, behaviour } = world
  const isRenewal = fromRefresh && !behaviour.enforces('refresh.new-pair')
  const known = behaviour.enforces('token.fresh') && !isRenewal ? undefined : findEarlier(world, grant)
  return (
    known ??
    grants.keep(grants.accessTokens, {
      kind: 'access',
      grant,
      scope,
      issuedAt: now,
      lifetimeSeconds: behaviour.lifetimes.accessTokenSeconds,
      fromRefresh,
      revoked: false,
      lastUsedAt: now,
    })
  )
}

/** Where tokens need not be new, the caller gets one that was given out before. */
function findEarlier({ grants }: World, grant: Grant): string | undefined {
  return [...grants.accessTokens].find(
    ([, token]) => token.grant.clientId === grant.clientId && token.grant.username === grant.username,
  )?.[0]
}

/** Writes a scope in the words of the documents, each once; a word that no document names stays as it is. */
export function spellScope(world: World, scope: string): string {
  const known = [...world.scopes]
  const words = scope.split(' ').filter((word) => word !== '')
  const spelt = words.map((word) => known.find((own) => own.toLowerCase() === word.toLowerCase()) ?? word)
  return [...new Set(spelt)].join(' ')
}

/** Tells whether a scope, spelt as in the documents, holds a word that none of them names. */
export function hasUnknownScope(world: World, scope: string): boolean {
  return scope.split(' ').some((word) => word !== '' && !world.scopes.has(word))
}
