import type { Access, Operation } from '../contract/types.ts'
import { marketOf } from '../markets/index.ts'
import { type Answer, json, type ResourceCall } from './answer.ts'
import { findToken } from './bearer.ts'
import type { AccessToken } from './grants.ts'
import { isAnswer } from './oauth-error.ts'
import { decidedRefusal, refusal } from './refusals.ts'
import type { SandboxRequest } from './request.ts'
import { refuseInvalid } from './validate.ts'
import type { World } from './world.ts'

/** A resource call with the values of its path. */
export interface Routed {
  readonly operation: Operation
  readonly params: Readonly<Record<string, string>>
  readonly request: SandboxRequest
}

/** Answers a resource call: who calls, may they, is the call right, and only then the bank. */
export function answerResource(world: World, routed: Routed): Answer {
  const token = admit(world, routed)
  return asResource(routed, isAnswer(token) ? token : askBank(world, routed, token))
}

/** Gives an answer the headers of a resource: not cached, and with the name that the caller gave the call. */
export function asResource({ operation, request }: Routed, answer: Answer): Answer {
  const uuid = request.headers['uuid']
  return {
    ...answer,
    headers: {
      'cache-control': 'no-cache, no-store',
      pragma: 'no-cache',
      expires: '-1',
      ...(uuid === undefined || operation.base === 'origin' ? {} : { uuid }),
      ...answer.headers,
    },
  }
}

/** Lets a call in that comes with the right token and keeps to its document, or refuses it. */
export function admit(world: World, routed: Routed): AccessToken | Answer {
  const { operation, request } = routed
  const early = world.behaviour.enforces('bearer.first')
    ? undefined
    : refuseInvalid(world, operation, request)
  if (early !== undefined) return early
  const token = findToken(world, operation, request)
  if (isAnswer(token)) return token
  return refuseCaller(world, routed, token) ?? refuseInvalid(world, operation, request) ?? token
}

function refuseCaller(world: World, { operation, request }: Routed, token: AccessToken): Answer | undefined {
  const { behaviour } = world
  const clientId = request.headers['client_id']
  if (clientId !== undefined && clientId !== token.grant.clientId && behaviour.enforces('bearer.client-id')) {
    return refusal(401, operation, {
      headers: { 'www-authenticate': 'Bearer realm="citi", error="invalid_token"' },
    })
  }
  const { market, isEverywhere } = token.grant
  const isOffered = isEverywhere === true || operation.markets.includes(market)
  if (!isOffered && behaviour.enforces('market.offered')) return refusal(403, operation)
  const access = [operation, ...(operation.alternatives ?? [])].find(
    ({ grant }) => grant === token.grant.kind,
  )
  if (access === undefined && behaviour.enforces('bearer.grant')) return refusal(403, operation)
  if (isForRegistration(token.scope) !== operation.scopes.some(isForRegistration))
    return behaviour.enforces('registration.token-scope') ? refusal(403, operation) : undefined
  return isInScope(token, access ?? operation) || !behaviour.enforces('bearer.scope')
    ? undefined
    : refusal(403, operation)
}

/** Two-legged tokens hold the one scope that opens everything that their grant may open. */
function isInScope({ grant, scope }: AccessToken, { scopes }: Access): boolean {
  const held = scope.split(' ')
  const opensAll = grant.kind === 'client_credentials' || grant.isUnscoped === true
  return opensAll || scopes.every((word) => held.includes(word))
}

/** A token for registration opens nothing else, and nothing else opens registration. */
function isForRegistration(scope: string): boolean {
  return scope === 'app_registration'
}

function askBank(world: World, { operation, params, request }: Routed, token: AccessToken): Answer {
  const decided = world.decided.get(operation.id)
  world.decided.delete(operation.id)
  if (decided === 500) return failure(world, operation)
  if (decided !== undefined && decided >= 400) return decidedRefusal(decided, operation)
  const handler = decided === undefined ? world.handlers.byId[operation.id] : undefined
  const username = world.behaviour.enforces('customer.separate')
    ? token.grant.username
    : world.customers[0]?.username
  const call: ResourceCall = {
    operation,
    clientId: token.grant.clientId,
    cardId: token.grant.cardId,
    params,
    query: Object.fromEntries(new URLSearchParams(request.query)),
    headers: request.headers,
    body:
      request.body === undefined || request.body === '' ? undefined : (JSON.parse(request.body) as unknown),
    market: marketOf(token.grant.market),
    // Where the grant type is not looked at, a two-legged call reads the first customer.
    username: username ?? world.customers[0]?.username,
    now: world.clock.now(),
    behaviour: world.behaviour,
  }
  world.bank.payments.settle(call)
  return handler === undefined ? world.handlers.bySample(call, decided) : handler(call)
}

/** A failure inside the bank says that it happened and nothing more. */
export function failure(world: World, operation: Operation | undefined): Answer {
  return world.behaviour.enforces('failure.envelope') ? refusal(500, operation) : json(200, {})
}
