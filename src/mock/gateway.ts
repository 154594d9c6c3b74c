import type { Operation } from '../contract/types.ts'
import { marketOf } from '../markets/index.ts'
import { type Answer, empty, json } from './answer.ts'
import { findToken } from './bearer.ts'
import type { AccessToken } from './grants.ts'
import { isAnswer } from './oauth-error.ts'
import { refusal } from './refusals.ts'
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
  const { operation, request } = routed
  const answer = decide(world, routed)
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

function decide(world: World, routed: Routed): Answer {
  const { operation, request } = routed
  const token = findToken(world, operation, request)
  if (isAnswer(token)) return token
  return (
    refuseCaller(world, routed, token) ??
    refuseInvalid(world, operation, request) ??
    askBank(world, routed, token)
  )
}

function refuseCaller(world: World, { operation, request }: Routed, token: AccessToken): Answer | undefined {
  const { behaviour } = world
  const clientId = request.headers['client_id']
  if (clientId !== undefined && clientId !== token.grant.clientId && behaviour.enforces('bearer.client-id')) {
    return refusal(401, operation, {
      headers: { 'www-authenticate': 'Bearer realm="citi", error="invalid_token"' },
    })
  }
  const isOffered = operation.markets.includes(token.grant.market) || !behaviour.enforces('market.offered')
  if (!isOffered) return refusal(403, operation)
  const grant = token.grant.username === undefined ? 'client_credentials' : 'authorization_code'
  if (grant !== operation.grant && behaviour.enforces('bearer.grant')) return refusal(403, operation)
  const held = token.scope.split(' ')
  const isInScope = operation.scopes.every((scope) => held.includes(scope)) || grant === 'client_credentials'
  return isInScope || !behaviour.enforces('bearer.scope') ? undefined : refusal(403, operation)
}

function askBank(world: World, { operation, params, request }: Routed, token: AccessToken): Answer {
  if (world.failing.delete(operation.id)) return failure(world, operation)
  const handler = world.handlers[operation.id]
  const username = world.behaviour.enforces('customer.separate')
    ? token.grant.username
    : world.customers[0]?.username
  if (handler === undefined) return documentedSuccess(operation)
  return handler({
    operation,
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
  })
}

/** A failure inside the bank says that it happened and nothing more. */
export function failure(world: World, operation: Operation | undefined): Answer {
  return world.behaviour.enforces('failure.envelope') ? refusal(500, operation) : json(200, {})
}

/** An operation without a handler answers with the example of its document. */
function documentedSuccess(operation: Operation): Answer {
  const success = operation.responses.find(({ status }) => status >= 200 && status < 300)
  const status = success?.status ?? 200
  const [example] = Object.values(success?.examples ?? {})
  return example === undefined ? empty(status) : json(status, example)
}
