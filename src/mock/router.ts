import { pathPattern } from '../contract/match.ts'
import type { Operation } from '../contract/types.ts'
import { type Answer, json } from './answer.ts'
import { authorize, decide, logIn } from './authorize-endpoints.ts'
import type { RewriteContext } from './behaviour.ts'
import { answerResource, failure, type Routed } from './gateway.ts'
import { issueGettingStartedToken } from './getting-started.ts'
import type { QuotaState } from './quota.ts'
import { refusal } from './refusals.ts'
import type { SandboxRequest } from './request.ts'
import { clientCredentials, redeemCode, refresh, revoke } from './token-endpoints.ts'
import type { Endpoint, World } from './world.ts'

interface Route {
  readonly operation: Operation | undefined
  readonly method: string
  readonly base: 'api' | 'origin'
  readonly pattern: RegExp
  readonly names: readonly string[]
  readonly endpoint: Endpoint | undefined
}

const endpoints: Readonly<Record<string, Endpoint>> = {
  issueClientCredentialsToken: clientCredentials,
  exchangeAuthorizationCode: redeemCode,
  refreshToken: refresh,
  revokeToken: revoke,
  authorize,
  issueGettingStartedToken,
}

/** Answers calls from the documents' operations, and from the pages that belong to them. */
export class Router {
  readonly #world: World
  readonly #routes: readonly Route[]

  constructor(world: World) {
    this.#world = world
    const operations = [...world.contract.operations].sort(
      (left, right) => left.path.split('{').length - right.path.split('{').length,
    )
    this.#routes = [
      ...operations.map(routeOf),
      page('/authCode/oauth2/login', logIn),
      page('/authCode/oauth2/consent', decide),
    ]
  }

  /** Answers a call; defects have the last word. */
  answer(request: SandboxRequest): Answer {
    const here = this.#routes.filter(
      ({ pattern, base }) => base === request.base && pattern.test(request.path),
    )
    const route = here.find(({ method }) => method === request.method)
    const answer = this.#answer(request, route, here)
    const context: RewriteContext = {
      operation: route?.operation,
      method: request.method,
      path: request.path,
      requestHeaders: request.headers,
      requestBody: request.body,
      now: this.#world.clock.now(),
    }
    return this.#world.behaviour.rewrites.reduce(
      (changed, rewrite) => rewrite(changed, context),
      this.#finish(answer),
    )
  }

  #finish(answer: Answer): Answer {
    return {
      ...answer,
      headers: {
        date: this.#world.clock.now().toUTCString(),
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        ...answer.headers,
      },
    }
  }

  #answer(request: SandboxRequest, route: Route | undefined, here: readonly Route[]): Answer {
    const { behaviour } = this.#world
    if (here.length === 0) return behaviour.enforces('path.known') ? refusal(404, undefined) : json(200, {})
    if (route === undefined) return this.#refuseMethod(request, here)
    const quota = this.#takeQuota(request)
    if (quota?.exceeded === true) return this.#refuseQuota(route, quota)
    try {
      return withLimits(this.#dispatch(request, route), route, quota)
    } catch {
      return failure(this.#world, route.operation)
    }
  }

  #dispatch(request: SandboxRequest, route: Route): Answer {
    const values = route.pattern.exec(request.path)?.slice(1) ?? []
    const params = Object.fromEntries(
      route.names.map((name, index) => [name, decodeURIComponent(values[index] ?? '')]),
    )
    if (route.endpoint === undefined)
      return answerResource(this.#world, {
        operation: route.operation as Operation,
        params,
        request,
      } satisfies Routed)
    return route.endpoint(this.#world, {
      operation: route.operation as Operation,
      params,
      query: request.query,
      headers: request.headers,
      body: request.body,
    })
  }

  #refuseMethod(request: SandboxRequest, here: readonly Route[]): Answer {
    const { behaviour } = this.#world
    const [first] = here
    const isToken = first?.endpoint === clientCredentials && request.method === 'GET'
    if (isToken && !behaviour.enforces('token.post'))
      return this.#dispatch(
        {
          ...request,
          body: request.query,
          headers: { ...request.headers, 'content-type': 'application/x-www-form-urlencoded' },
        },
        first,
      )
    const isTrace = request.method === 'TRACE'
    if (first !== undefined && !isToken && !behaviour.enforces(isTrace ? 'method.trace' : 'method.offered'))
      return isTrace
        ? { status: 200, headers: { 'content-type': 'message/http' }, body: 'TRACE' }
        : this.#dispatch(request, first)
    const allow = here.map(({ method }) => method).join(', ')
    return refusal(405, undefined, { headers: { allow } })
  }

  #takeQuota(request: SandboxRequest): QuotaState | undefined {
    const clientId = this.#callerOf(request)
    return clientId === undefined ? undefined : this.#world.quota.take(clientId, this.#world.clock.now())
  }

  #callerOf({ headers }: SandboxRequest): string | undefined {
    const [scheme = '', credential = ''] = (headers['authorization'] ?? '').split(' ')
    if (scheme.toLowerCase() === 'basic')
      return Buffer.from(credential, 'base64').toString('utf8').split(':')[0]
    return this.#world.grants.accessTokens.get(credential)?.grant.clientId ?? headers['client_id']
  }

  #refuseQuota({ operation }: Route, quota: QuotaState): Answer {
    const wait = this.#world.behaviour.enforces('quota.retry-after') ? quota.waitSeconds : 1
    return refusal(429, operation, { headers: { 'cache-control': 'no-store', 'retry-after': String(wait) } })
  }
}

/** Token calls tell what is left of the quota, as the gateway was seen to do. */
function withLimits(answer: Answer, { endpoint }: Route, quota: QuotaState | undefined): Answer {
  if (quota === undefined || endpoint !== clientCredentials || answer.status !== 200) return answer
  const limits = {
    'x-ratelimit-limit': `name=rate-limit-1,${quota.limit};`,
    'x-ratelimit-remaining': `name=rate-limit-1,${quota.remaining};`,
  }
  return { ...answer, headers: { ...answer.headers, ...limits } }
}

function routeOf(operation: Operation): Route {
  const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '')
  const pattern = new RegExp(pathPattern(operation.path).source.replaceAll('[^/]+', '([^/]+)'), 'i')
  return {
    operation,
    method: operation.method,
    base: operation.base,
    pattern,
    names,
    endpoint: endpoints[operation.id],
  }
}

function page(path: string, endpoint: Endpoint): Route {
  return {
    operation: undefined,
    method: 'POST',
    base: 'api',
    pattern: pathPattern(path),
    names: [],
    endpoint,
  }
}
