import { randomBytes } from 'node:crypto'
import { type Answer, empty, json } from './answer.ts'
import type { RewriteContext } from './behaviour.ts'
import { findCaller, marketOfCaller } from './caller.ts'
import { answerResource, asResource, failure } from './gateway.ts'
import { neverCached } from './oauth-error.ts'
import { errorPage } from './pages.ts'
import type { QuotaState } from './quota.ts'
import { decidedRefusal, refusal } from './refusals.ts'
import type { SandboxRequest } from './request.ts'
import { readParams, type Route, Routes } from './routes.ts'
import type { World } from './world.ts'

/** A call that the server could not read: its status says why. */
export type Unreadable = 400 | 413 | 415 | 431

const noRequest: SandboxRequest = {
  method: '',
  path: '',
  query: '',
  base: 'origin',
  headers: {},
  body: undefined,
}

/** Answers calls from the documents' operations, and from the pages that belong to them. */
export class Router {
  readonly #world: World
  readonly #routes: Routes

  constructor(world: World) {
    this.#world = world
    this.#routes = new Routes(world.contract)
  }

  /** Answers a call, readable or not; defects have the last word. */
  async answer(request: SandboxRequest = noRequest, unreadable?: Unreadable): Promise<Answer> {
    const here = this.#routes.at(request, marketOfCaller(this.#world, request))
    const route = here.find(({ method }) => method === request.method)
    const answer =
      unreadable === undefined
        ? await this.#decide(request, route, here)
        : refuseUnreadable(unreadable, route)
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
      this.#finish(answer, here[0]),
    )
  }

  #finish(answer: Answer, route: Route | undefined): Answer {
    return {
      ...answer,
      headers: {
        date: this.#world.clock.now().toUTCString(),
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'x-global-transaction-id': randomBytes(12).toString('hex'),
        ...answer.headers,
        ...(route?.kind === 'token' ? neverCached : {}),
      },
    }
  }

  async #decide(request: SandboxRequest, route: Route | undefined, here: readonly Route[]): Promise<Answer> {
    const { behaviour } = this.#world
    const [first] = here
    if (first === undefined) return behaviour.enforces('path.known') ? refusal(404, undefined) : json(200, {})
    if (route === undefined) return this.#refuseMethod(request, first, here)
    const caller = findCaller(this.#world, request)
    const quota = caller === undefined ? undefined : this.#world.quota.take(caller, this.#world.clock.now())
    if (quota?.exceeded === true) {
      if (!behaviour.enforces('quota.first')) await this.#dispatch(request, route)
      return this.#refuseQuota(route, quota)
    }
    const answer = withLimits(await this.#dispatch(request, route), route, quota)
    if (caller !== undefined && answer.status >= 400 && !behaviour.enforces('quota.failures'))
      this.#world.quota.giveBack(caller)
    return answer
  }

  /** Hands a call over; whatever goes wrong inside is a failure without details, which only the log explains. */
  async #dispatch(request: SandboxRequest, route: Route): Promise<Answer> {
    const { operation, endpoint } = route
    try {
      const params = readParams(route, request)
      if (endpoint === undefined && operation !== undefined)
        return answerResource(this.#world, { operation, params, request })
      const decided = this.#world.decided.get(operation?.id ?? '')
      this.#world.decided.delete(operation?.id ?? '')
      if (decided !== undefined) return this.#answerDecided(route, decided, request)
      return (await endpoint?.(this.#world, { ...request, operation, params })) ?? this.#fail(route)
    } catch (error) {
      process.stderr.write(`the sandbox failed at ${operation?.id ?? request.path}: ${String(error)}\n`)
      return this.#fail(route)
    }
  }

  #answerDecided(route: Route, status: number, request: SandboxRequest): Answer {
    const { kind, operation } = route
    const answer = status < 400 ? empty(status) : decidedRefusal(status, operation)
    const decided = status === 500 ? this.#fail(route) : answer
    return kind === 'resource' && operation !== undefined
      ? asResource({ operation, params: {}, request }, decided)
      : decided
  }

  #fail({ kind, operation }: Route): Answer {
    return kind === 'page'
      ? errorPage('The bank cannot be reached at the moment.', 500)
      : failure(this.#world, operation)
  }

  async #refuseMethod(request: SandboxRequest, first: Route, here: readonly Route[]): Promise<Answer> {
    const { behaviour } = this.#world
    const isTrace = request.method === 'TRACE'
    const isTokenByGet = first.kind === 'token' && request.method === 'GET'
    if (isTokenByGet && !behaviour.enforces('token.post')) return this.#dispatch(asForm(request), first)
    if (isTrace && !behaviour.enforces('method.trace'))
      return { status: 200, headers: { 'content-type': 'message/http' }, body: 'TRACE' }
    if (!isTrace && !isTokenByGet && !behaviour.enforces('method.offered'))
      return this.#dispatch(request, first)
    const allow = here.map(({ method }) => method).join(', ')
    const answer =
      first.kind === 'page'
        ? errorPage('This page is not opened in this way.', 405)
        : refusal(405, first.operation)
    return { ...answer, headers: { ...answer.headers, allow } }
  }

  #refuseQuota({ operation }: Route, quota: QuotaState): Answer {
    const wait = this.#world.behaviour.enforces('quota.retry-after') ? quota.waitSeconds : 1
    const headers = { 'cache-control': 'no-store', 'retry-after': String(wait), ...limitHeaders(quota) }
    return refusal(429, operation, { headers })
  }
}

function refuseUnreadable(status: Unreadable, route: Route | undefined): Answer {
  return route?.kind === 'page'
    ? errorPage('This request cannot be read.', status)
    : refusal(status, route?.operation)
}

/** A GET whose query stands for the form. */
function asForm(request: SandboxRequest): SandboxRequest {
  const headers = { ...request.headers, 'content-type': 'application/x-www-form-urlencoded' }
  return { ...request, body: request.query, headers }
}

/** The calls that tell what is left of the quota, as the gateway was seen to do. */
const telling = ['issueClientCredentialsToken', 'issuePasswordToken', 'getPasswordKey']

function withLimits(answer: Answer, { operation }: Route, quota: QuotaState | undefined): Answer {
  const isTold = telling.includes(operation?.id ?? '') && answer.status === 200
  if (quota === undefined || !isTold) return answer
  return { ...answer, headers: { ...answer.headers, ...limitHeaders(quota) } }
}

function limitHeaders({ limit, remaining }: QuotaState): Record<string, string> {
  return {
    'x-ratelimit-limit': `name=rate-limit-1,${limit};`,
    'x-ratelimit-remaining': `name=rate-limit-1,${remaining};`,
  }
}
