import { type Answer, json } from './answer.ts'
import type { Grant } from './grants.ts'
import { neverCached } from './oauth-error.ts'
import { renewing, type TokenFamily } from './renewal.ts'
import { revoking } from './revocation.ts'
import type { IssueOptions } from './tokens.ts'
import type { World } from './world.ts'

/** What the answers declare, in seconds: 31 days, an hour more, and after a refresh 372 days. */
const declared = { access: 2_678_400, refresh: 2_682_000, refreshedRefresh: 32_140_800 } as const

/** Issues a pair of tokens for the card of a grant. */
export function issueCardTokens(world: World, grant: Grant, options: IssueOptions): Answer {
  const { fromRefresh = false, scope } = options
  const body = {
    token_type: 'Bearer',
    access_token: keepAccess(world, grant, options),
    expires_in: declared.access,
    consented_on: Math.floor(grant.consentedAt.getTime() / 1000),
    scope,
    refresh_token: keepRefresh(world, grant, fromRefresh),
    refresh_token_expires_in: fromRefresh ? declared.refreshedRefresh : declared.refresh,
    ...(grant.kind === 'card' ? { cardId: grant.cardId } : {}),
  }
  return json(200, body, neverCached)
}

function keepAccess({ grants, clock, behaviour }: World, grant: Grant, options: IssueOptions): string {
  const now = clock.now()
  const earlier = [...grants.accessTokens].find(([, token]) => token.grant === grant)?.[0]
  // Where tokens need not be new, a refresh gives the first one again.
  if (earlier !== undefined && !behaviour.enforces('card.fresh')) return earlier
  return grants.keep(grants.accessTokens, {
    kind: 'access',
    grant,
    scope: options.scope,
    issuedAt: now,
    lifetimeSeconds: behaviour.lifetimes.cardAccessTokenSeconds,
    fromRefresh: options.fromRefresh === true,
    revoked: false,
    lastUsedAt: now,
  })
}

function keepRefresh({ grants, clock, behaviour }: World, grant: Grant, fromRefresh: boolean): string {
  const { cardRefreshTokenSeconds, refreshedCardRefreshTokenSeconds } = behaviour.lifetimes
  return grants.keep(grants.refreshTokens, {
    kind: 'refresh',
    grant,
    scope: grant.scope,
    issuedAt: clock.now(),
    lifetimeSeconds: fromRefresh ? refreshedCardRefreshTokenSeconds : cardRefreshTokenSeconds,
    replaced: false,
    revoked: false,
  })
}

const cardFamily: TokenFamily = { kinds: ['card'], issue: issueCardTokens }

/** Renews the tokens of a card. */
export const refreshCardToken = renewing(cardFamily)

/** Ends the access to a card; unlike the code flow, it has nothing to say. */
export const revokeCardToken = revoking({})
