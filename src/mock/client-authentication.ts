import { timingSafeEqual } from 'node:crypto'
import type { Answer } from './answer.ts'
import type { RegisteredApplication } from './applications.ts'
import { oauthError } from './oauth-error.ts'
import type { EndpointCall, World } from './world.ts'

/**
 * Finds the application behind the Basic header of a token call, or the answer that refuses it.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1
 */
export function authenticate(
  world: World,
  call: EndpointCall,
  openTo = false,
): RegisteredApplication | Answer {
  const header = call.headers['authorization']
  if (header === undefined) return openTo ? first(world) : withoutHeader(world, call)
  const [scheme = '', credential = ''] = header.split(' ')
  if (scheme.toLowerCase() === 'bearer') return keep(world, 'client-auth.bearer')
  if (scheme.toLowerCase() !== 'basic') return withoutScheme(world, header)
  return check(world, credential, header.slice(scheme.length + 1))
}

function withoutHeader(world: World, call: EndpointCall): RegisteredApplication | Answer {
  const inAddress = new URLSearchParams(call.query)
  const named = world.applications.find(
    ({ clientId, clientSecret }) =>
      clientId === inAddress.get('client_id') && clientSecret === inAddress.get('client_secret'),
  )
  if (named !== undefined && !world.behaviour.enforces('client-auth.header-only')) return named
  return keep(world, 'client-auth.required')
}

function withoutScheme(world: World, header: string): RegisteredApplication | Answer {
  if (world.behaviour.enforces('client-auth.scheme')) return refused()
  return check(world, header, header)
}

function check(world: World, credential: string, plain: string): RegisteredApplication | Answer {
  const { behaviour, applications } = world
  const text = /^[A-Za-z0-9+/]+=*$/.test(credential)
    ? Buffer.from(credential, 'base64').toString('utf8')
    : behaviour.enforces('client-auth.base64')
      ? ''
      : plain
  const [id, secret] = split(text)
  const swapped = applications.find(
    ({ clientId, clientSecret }) => clientId === secret && clientSecret === id,
  )
  if (swapped !== undefined && !behaviour.enforces('client-auth.swapped')) return swapped
  const application = applications.find(({ clientId }) => clientId === id)
  if (application === undefined) return behaviour.enforces('client-auth.known') ? refused() : first(world)
  if (sameText(application.clientSecret, secret)) return application
  if (sameText(application.formerSecret ?? '', secret) && !behaviour.enforces('hub.regenerate'))
    return application
  const isForeign = applications.some(({ clientSecret }) => sameText(clientSecret, secret))
  return behaviour.enforces(isForeign ? 'client-auth.foreign-secret' : 'client-auth.secret')
    ? refused()
    : application
}

function split(text: string): [string, string] {
  const colon = text.indexOf(':')
  return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)]
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function keep(
  world: World,
  guard: 'client-auth.required' | 'client-auth.bearer',
): RegisteredApplication | Answer {
  return world.behaviour.enforces(guard) ? refused() : first(world)
}

/** Where a rule is dropped, the sandbox takes the caller for its first application. */
function first(world: World): RegisteredApplication {
  return world.applications[0] as RegisteredApplication
}

function refused(): Answer {
  return oauthError(401, 'invalid_client', 'Client authentication failed', {
    'www-authenticate': 'Basic realm="citi"',
  })
}
