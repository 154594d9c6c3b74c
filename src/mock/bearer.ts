import type { Operation } from '../contract/types.ts'
import type { Answer } from './answer.ts'
import { type AccessToken, isOver } from './grants.ts'
import { refusal } from './refusals.ts'
import type { SandboxRequest } from './request.ts'
import type { World } from './world.ts'

/** Finds the access token that opens a resource call, or the answer that refuses it. @see https://www.rfc-editor.org/rfc/rfc6750#section-3.1 */
export function findToken(world: World, operation: Operation, request: SandboxRequest): AccessToken | Answer {
  if (isPresentedTwice(request) && world.behaviour.enforces('bearer.once')) return refusal(400, operation)
  const value = presentedToken(world, request)
  // Decoders of tokens that expect their own characters fail at others, and take the call down with them.
  if (/[^\w.~+/=-]/.test(value ?? '') && !world.behaviour.enforces('bearer.characters'))
    throw new Error('a token with foreign characters')
  if (value === undefined) return refuse(operation, 'Bearer realm="citi"')
  const token = world.grants.accessTokens.get(value) ?? nearToken(world, value)
  if (token === undefined || !isAlive(world, token))
    return refuse(
      operation,
      'Bearer realm="citi", error="invalid_token", error_description="The access token is unknown, expired or revoked"',
    )
  token.lastUsedAt = world.clock.now()
  return token
}

/** @see https://www.rfc-editor.org/rfc/rfc6750#section-2 */
function isPresentedTwice({ headers, query }: SandboxRequest): boolean {
  return headers['authorization'] !== undefined && new URLSearchParams(query).has('access_token')
}

function refuse(operation: Operation, challenge: string): Answer {
  return refusal(401, operation, { headers: { 'www-authenticate': challenge } })
}

/** The token that a call presents; undefined when it presents none, and an empty text when it is unreadable. */
function presentedToken(world: World, request: SandboxRequest): string | undefined {
  const { behaviour } = world
  const header = request.headers['authorization']
  const inQuery = new URLSearchParams(request.query).get('access_token') ?? undefined
  if (header === undefined)
    return behaviour.enforces('bearer.query')
      ? anybody(world, undefined, 'bearer.required')
      : (inQuery ?? anybody(world, undefined, 'bearer.required'))
  const [scheme = '', value = ''] = header.split(' ')
  if (scheme === 'Bearer' || (scheme.toLowerCase() === 'bearer' && behaviour.enforces('bearer.scheme-case')))
    return value === '' ? anybody(world, undefined, 'bearer.empty') : value
  if (scheme.toLowerCase() === 'basic') return anybody(world, '', 'bearer.basic')
  return behaviour.enforces('bearer.scheme') ? '' : value
}

/** Where a rule is dropped, a call without a token gets the first one that the sandbox finds. */
function anybody(
  world: World,
  otherwise: string | undefined,
  guard: 'bearer.required' | 'bearer.empty' | 'bearer.basic',
): string | undefined {
  return world.behaviour.enforces(guard)
    ? otherwise
    : [...world.grants.accessTokens].find(([, token]) => token.grant.username !== undefined)?.[0]
}

function nearToken(world: World, value: string): AccessToken | undefined {
  const { behaviour, grants } = world
  if (value === '') return undefined
  if (!behaviour.enforces('bearer.tampered'))
    return [...grants.accessTokens].find(([known]) => known.slice(0, -1) === value.slice(0, -1))?.[1]
  return behaviour.enforces('bearer.known')
    ? undefined
    : [...grants.accessTokens.values()].find(({ grant }) => grant.username !== undefined)
}

function isAlive(world: World, token: AccessToken): boolean {
  const { behaviour } = world
  if ((token.revoked && behaviour.enforces('bearer.revocation')) || token.grant.ended) return false
  const isTwoLegged = token.grant.username === undefined
  if (isTwoLegged && !behaviour.enforces('bearer.two-legged-expiry')) return true
  if (token.fromRefresh && !behaviour.enforces('bearer.refreshed-expiry')) return true
  if (!behaviour.enforces('bearer.expiry')) return true
  const since = behaviour.enforces('bearer.sliding') ? deadlineStart(world, token) : token.lastUsedAt
  return !isOver(since, token.lifetimeSeconds, world.clock.now())
}

/** Each token has its own deadline; where that rule is dropped, the first of an application decides for all. */
function deadlineStart(world: World, token: AccessToken): Date {
  if (world.behaviour.enforces('bearer.independent')) return token.issuedAt
  const siblings = [...world.grants.accessTokens.values()].filter(
    ({ grant }) => grant.clientId === token.grant.clientId,
  )
  return new Date(Math.max(...siblings.map(({ issuedAt }) => issuedAt.getTime())))
}
