import type { MarketId } from '../markets/types.ts'
import { fieldsOf, mediaTypeOf, type SandboxRequest } from './request.ts'
import type { World } from './world.ts'

/** Finds whose quota a call uses up, whether or not the call turns out right; undefined for strangers. */
export function findCaller(world: World, request: SandboxRequest): string | undefined {
  const named = namedClient(world, request)
  return world.applications.find(({ clientId }) => clientId === named)?.clientId
}

/** Finds the market of the token that a call presents; undefined for calls without one. */
export function marketOfCaller({ grants }: World, { headers }: SandboxRequest): MarketId | undefined {
  return grants.accessTokens.get((headers['authorization'] ?? '').split(' ')[1] ?? '')?.grant.market
}

function namedClient({ grants }: World, request: SandboxRequest): string | undefined {
  const { headers } = request
  const [scheme = '', credential = ''] = (headers['authorization'] ?? '').split(' ')
  if (scheme.toLowerCase() === 'basic')
    return Buffer.from(credential, 'base64').toString('utf8').split(':')[0]
  const token = grants.accessTokens.get(credential)
  return token?.grant.clientId ?? headers['client_id'] ?? headers['x-api-key'] ?? clientOfForm(request)
}

function clientOfForm(request: SandboxRequest): string | undefined {
  if (mediaTypeOf(request) !== 'application/x-www-form-urlencoded') return undefined
  return fieldsOf(new URLSearchParams(request.body ?? ''))['client_id']
}
