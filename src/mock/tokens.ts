import { type Answer, json } from './answer.ts'
import type { Grant } from './grants.ts'
import { neverCached } from './oauth-error.ts'
import type { World } from './world.ts'

/** What a token answer tells besides the tokens. */
export interface IssueOptions {
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
    scope,
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
    ...(withConsent
      ? { consented_on: Math.floor(grant.consentedAt.getTime() / 1000), refresh_token_expires_in: 2_592_000 }
      : {}),
  }
  return json(200, body, neverCached)
}

function issueAccess(
  world: World,
  grant: Grant,
  { scope, fromRefresh, now }: { scope: string; fromRefresh: boolean; now: Date },
): string {
  const { grants, behaviour } = world
  const known = [...grants.accessTokens].find(
    ([, token]) => token.grant.clientId === grant.clientId && token.grant.username === grant.username,
  )
  if (known !== undefined && !behaviour.enforces('token.fresh')) return known[0]
  return grants.keep(grants.accessTokens, {
    kind: 'access',
    grant,
    scope,
    issuedAt: now,
    lifetimeSeconds: behaviour.lifetimes.accessTokenSeconds,
    fromRefresh,
    revoked: false,
    lastUsedAt: now,
  })
}

/** Refuses a scope with a word that no document names; undefined when it is right. */
export function hasUnknownScope(world: World, scope: string): boolean {
  return scope.split(' ').some((word) => word !== '' && !world.scopes.has(word))
}
