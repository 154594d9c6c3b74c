import { readFileSync } from 'node:fs'
import { rootCertificates } from 'node:tls'
import pLimit, { type LimitFunction } from 'p-limit'
import { Agent, type Dispatcher } from 'undici'
import { SettingsError, TransportError } from '../errors.ts'
import type { Exchange, HeaderLine } from './exchange.ts'
import { isGatewayFailure, type Patience, patiently } from './patience.ts'
import { recordExchange } from './record.ts'
import { type CallBudget, inTurn } from './turns.ts'

/** A certificate with its key, both in PEM, by which a caller proves who it is on the connection. */
export interface ClientCertificate {
  readonly cert: string
  readonly key: string
}

/** A request to send; `path` hangs below the base address and may hold a query. */
export interface Call {
  readonly method: string
  readonly path: string
  readonly base?: 'api' | 'origin'
  /** Header lines by name; undefined leaves a header out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: string
  /** The certificate to connect with instead of the client's own, or none at all. */
  readonly certificate?: ClientCertificate | 'none'
  /** Whether the call provokes the cap on purpose: it does not wait for its turn, and a 429 is its answer. */
  readonly provokesCap?: boolean
  /** Whether a connection that breaks is an answer as well, so that nothing is made again. */
  readonly mayBreak?: boolean
}

/** An answer with its secrets, for the flows, beside the exchange without them, for everybody else. */
export interface Reply {
  readonly status: number
  readonly headers: readonly HeaderLine[]
  readonly body: string
  /** The body as JSON; undefined when it is not. */
  readonly json: unknown
  readonly exchange: Exchange
}

/** Where and how the client connects. */
export interface ClientOptions {
  /** Base address of the API without trailing slash. */
  readonly baseUrl: string
  /** Base address of the getting-started dialect. */
  readonly originUrl?: string | undefined
  /** PEM text of certificate authorities to trust besides the usual ones. */
  readonly ca?: string | undefined
  readonly clientCertificate?: ClientCertificate | undefined
  readonly timeoutMs: number
  /** How many calls may be in flight at once. */
  readonly concurrency: number
  /** Decides when calls are made; at once, unless given. */
  readonly budget?: CallBudget | undefined
  /** How disturbances are borne; they are errors, unless given. */
  readonly patience?: Patience | undefined
  /** Values that are masked wherever they stand. */
  readonly secrets: readonly string[]
}

/** Reads a PEM file that a setting names; SettingsError `setting-file-unreadable` names both. */
export function readPem(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new SettingsError('setting-file-unreadable', `${setting} names ${file}, which cannot be read`, {
      cause,
      fix: `correct ${setting}`,
    })
  }
}

/** Sends calls to one target and records each as an exchange. */
export class ApiClient {
  readonly options: ClientOptions
  /** One pool of connections for each certificate. */
  readonly #agents = new Map<string | undefined, Agent>()
  readonly #limit: LimitFunction
  /** Is told of every exchange, before the caller is. */
  onExchange: (exchange: Exchange) => void = () => undefined

  constructor(options: ClientOptions) {
    this.options = options
    this.#limit = pLimit(options.concurrency)
  }

  /** Sends a call without following redirects; TransportError when no HTTP answer came. */
  async send(call: Call): Promise<Reply> {
    const { budget, patience } = this.options
    if (patience === undefined || call.mayBreak === true)
      return this.#limit(() => inTurn(call, budget, () => this.#send(call)))
    return this.#limit(() =>
      patiently(call, patience, (again) => inTurn(call, budget, () => this.#sendOrHold(call, again))),
    )
  }

  /** Closes every connection. */
  async close(): Promise<void> {
    await Promise.all([...this.#agents.values()].map((agent) => agent.destroy()))
  }

  async #send(call: Call): Promise<Reply> {
    const reply = await this.#exchange(call)
    this.onExchange(reply.exchange)
    return reply
  }

  /** Keeps back the answer of a gateway that is asked again; the second answer counts, on a new connection. */
  async #sendOrHold(call: Call, again: boolean): Promise<Reply> {
    if (again) this.#renewConnections()
    const reply = await this.#exchange(call)
    if (again || !isGatewayFailure(reply.status)) this.onExchange(reply.exchange)
    return reply
  }

  /** Calls under way keep their connections to the end. */
  #renewConnections(): void {
    for (const agent of this.#agents.values()) agent.close().catch(() => undefined)
    this.#agents.clear()
  }

  async #exchange(call: Call): Promise<Reply> {
    const url = this.urlOf(call)
    const startedAt = new Date()
    const headers = Object.entries(call.headers ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    )
    const { response, bytes: responseBytes } = await this.#dispatch(call, url, headers)
    const responseHeaders = headerLines(response.headers)
    const exchange = recordExchange(
      {
        method: call.method,
        url,
        path: call.path.split('?')[0] ?? '',
        base: call.base ?? 'api',
        requestHeaders: headers,
        ...(call.body === undefined ? {} : { requestBody: call.body }),
        status: response.statusCode,
        responseHeaders,
        responseBytes,
        startedAt: startedAt.toISOString(),
        durationMs: Date.now() - startedAt.getTime(),
      },
      this.options.secrets,
    )
    const body = responseBytes.toString('utf8')
    return { status: response.statusCode, headers: responseHeaders, body, json: parse(body), exchange }
  }

  /** Returns the address that a call goes to. */
  urlOf(call: Pick<Call, 'path' | 'base'>): string {
    const base = call.base === 'origin' ? this.options.originUrl : this.options.baseUrl
    if (base === undefined) throw new SettingsError('setting-missing', 'CITI_GETTING_STARTED_URL is not set')
    return base.replace(/\/$/, '') + call.path
  }

  #agentFor({ certificate = this.options.clientCertificate }: Call): Agent {
    const own = certificate === 'none' ? undefined : certificate
    const agent = this.#agents.get(own?.cert) ?? openAgent(this.options, own)
    this.#agents.set(own?.cert, agent)
    return agent
  }

  async #dispatch(call: Call, url: string, headers: readonly HeaderLine[]): Promise<RawReply> {
    const { origin, pathname, search } = new URL(url)
    try {
      const response = await this.#agentFor(call).request({
        origin,
        path: pathname + search,
        method: call.method,
        headers: headers.flatMap(([name, value]) => [name, value]),
        body: call.body ?? null,
      })
      return { response, bytes: Buffer.from(await response.body.arrayBuffer()) }
    } catch (cause) {
      throw transportError(`${call.method} ${origin}${pathname}`, cause)
    }
  }
}

function openAgent({ ca, timeoutMs }: ClientOptions, certificate: ClientCertificate | undefined): Agent {
  return new Agent({
    connect: {
      ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
      ...certificate,
      timeout: timeoutMs,
    },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  })
}

interface RawReply {
  readonly response: Dispatcher.ResponseData
  readonly bytes: Buffer
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function headerLines(headers: Dispatcher.ResponseData['headers']): HeaderLine[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (value === undefined) return []
    return Array.isArray(value) ? value.map((line) => [name, line] as const) : [[name, value] as const]
  })
}

const tlsCodes = /^(ERR_TLS|ERR_SSL|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|CERT_)/
const timeoutCodes = /TIMEOUT|ETIMEDOUT/

/** Turns a failure below HTTP into a TransportError that names the address. */
export function transportError(what: string, cause: unknown): TransportError {
  const code = (cause as { code?: string }).code ?? ''
  const detail = (cause as Error).message
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new TransportError('host-not-found', `${what}: the host name does not resolve`, { cause })
  if (code === 'ECONNREFUSED')
    return new TransportError('port-closed', `${what}: nothing listens there`, { cause })
  if (/SELF_SIGNED|UNABLE_TO|CERT_|ALTNAME|DEPTH_ZERO/.test(code))
    return new TransportError('tls-untrusted', `${what}: the certificate is not trusted (${detail})`, {
      cause,
    })
  if (tlsCodes.test(code))
    return new TransportError('tls-failed', `${what}: the TLS handshake failed (${detail})`, { cause })
  if (timeoutCodes.test(code)) return new TransportError('timed-out', `${what}: no answer in time`, { cause })
  return new TransportError(
    'connection-cut',
    `${what}: the connection broke before the answer was whole (${code || detail})`,
    { cause },
  )
}
