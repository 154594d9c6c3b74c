import { randomUUID } from 'node:crypto'
import type { ApiClient, Call, Reply } from '../http/client.ts'
import type { Market } from '../markets/types.ts'

/** What a test changes about a token call; everything else stays right. */
export interface TokenCallChange {
  readonly method?: string
  readonly path?: string
  /** Form fields to replace; undefined leaves one out. */
  readonly form?: Readonly<Record<string, string | undefined>>
  /** Text appended to the form, for fields that stand twice. */
  readonly extraForm?: string
  /** The whole body instead of the form. */
  readonly body?: string
  readonly headers?: Readonly<Record<string, string | undefined>>
  /** Whether the call provokes the cap on purpose. */
  readonly provokesCap?: boolean
}

/** The members of a token answer that the flows use. */
export interface TokenPair {
  readonly accessToken: string
  readonly refreshToken: string
  readonly scope: string
  readonly expiresIn: number
}

/** Where the calls of the three-legged flow stand, in each generation. */
const hubFolder = '/authCode/oauth2'
const partnerFolder = '/openapi/iam/tokenManagement/partner/authCode/oauth2/cgw/v1'

interface Identity {
  readonly clientId: string
  readonly clientSecret: string
  /** Read only where a flow needs it: who makes two-legged calls alone has none. */
  readonly redirectUri: string
}

/** A registered application as its developers use it: it holds a client id and secret and makes token calls. */
export class Application {
  readonly clientId: string
  readonly clientSecret: string
  readonly market: Market
  readonly client: ApiClient
  readonly #identity: Identity
  readonly #folder: string

  constructor(client: ApiClient, market: Market, identity: Identity, folder = hubFolder) {
    this.client = client
    this.market = market
    this.clientId = identity.clientId
    this.clientSecret = identity.clientSecret
    this.#identity = identity
    this.#folder = folder
  }

  /** The redirect URI that is registered for the application. */
  get redirectUri(): string {
    return this.#identity.redirectUri
  }

  /** The same application, calling another market. */
  in(market: Market): Application {
    return new Application(this.client, market, this, this.#folder)
  }

  /** The same application at the addresses of the partner generation. */
  atPartner(): Application {
    return new Application(this.client, this.market, this, partnerFolder)
  }

  /** The Basic header of the application. @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 */
  get basic(): string {
    return basicHeader(this.clientId, this.clientSecret)
  }

  /** Asks for a two-legged token (client credentials grant). */
  async fetchToken(change: TokenCallChange = {}): Promise<Reply> {
    const path = `/clientCredentials/oauth2/token/${this.market.id}/${this.market.businessCode}`
    return this.postForm(path, { grant_type: 'client_credentials', scope: '/api' }, change)
  }

  /** Asks for a token that opens client registration. */
  async fetchRegistrationToken(change: TokenCallChange = {}): Promise<Reply> {
    return this.postForm(
      '/api/dcr/v1/authorize/token',
      { grant_type: 'client_credentials', scope: 'app_registration' },
      { ...change, headers: { uuid: randomUUID(), ...change.headers } },
    )
  }

  /** Exchanges an authorization code for a pair of tokens. */
  async redeem(code: string, change: TokenCallChange = {}): Promise<Reply> {
    const path = `${this.#folder}/token/${this.market.id}/${this.market.businessCode}`
    return this.postForm(
      path,
      { grant_type: 'authorization_code', code, redirect_uri: this.redirectUri },
      change,
    )
  }

  /** Exchanges a refresh token for a new pair. */
  async refresh(refreshToken: string, change: TokenCallChange = {}): Promise<Reply> {
    return this.postForm(
      `${this.#folder}/refresh`,
      { grant_type: 'refresh_token', refresh_token: refreshToken },
      change,
    )
  }

  /** Revokes a token of either kind. */
  async revoke(
    token: string,
    hint: 'access_token' | 'refresh_token',
    change: TokenCallChange = {},
  ): Promise<Reply> {
    return this.postForm(`${this.#folder}/revoke`, { token, token_type_hint: hint }, change)
  }

  /** The path and query of an authorization request; undefined leaves a parameter out. */
  authorizePath(scope: string, change: Readonly<Record<string, string | undefined>> = {}): string {
    const parameters: Record<string, string | undefined> = {
      response_type: 'code',
      client_id: this.clientId,
      scope,
      countryCode: this.market.id.toUpperCase(),
      businessCode: this.market.businessCode.toUpperCase(),
      locale: this.market.locale,
      state: randomUUID(),
      redirect_uri: this.redirectUri,
      ...change,
    }
    return `${this.#folder}/authorize?${encodeForm(parameters)}`
  }

  /** Posts a form to an address of the authorization server, with the Basic header. */
  async postForm(
    path: string,
    form: Readonly<Record<string, string>>,
    change: TokenCallChange = {},
  ): Promise<Reply> {
    const call: Call = {
      method: change.method ?? 'POST',
      path: change.path ?? path,
      headers: {
        authorization: this.basic,
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
        ...change.headers,
      },
      body: change.body ?? encodeForm({ ...form, ...change.form }) + (change.extraForm ?? ''),
      ...(change.provokesCap === undefined ? {} : { provokesCap: change.provokesCap }),
    }
    return this.client.send(call)
  }
}

/** Encodes credentials for the Basic scheme. */
export function basicHeader(clientId: string, clientSecret: string): string {
  return `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
}

/** Encodes fields as a form, leaving out those that are undefined. */
export function encodeForm(fields: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return new URLSearchParams(given).toString()
}

/** Reads the token pair of a successful answer; undefined when a part is missing. */
export function readTokenPair(reply: Reply): TokenPair | undefined {
  const body = reply.json as Partial<Record<string, unknown>> | undefined
  const accessToken = body?.['access_token']
  if (reply.status !== 200 || typeof accessToken !== 'string') return undefined
  const refreshToken = body?.['refresh_token']
  return {
    accessToken,
    refreshToken: typeof refreshToken === 'string' ? refreshToken : '',
    scope: typeof body?.['scope'] === 'string' ? body['scope'] : '',
    expiresIn: Number(body?.['expires_in']),
  }
}
