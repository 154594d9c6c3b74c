import { randomBytes } from 'node:crypto'
import type { MarketId } from '../markets/types.ts'

/** Access that an application holds, for itself or for a customer; its tokens live and die with it. */
export interface Grant {
  readonly clientId: string
  /** How it was obtained: for the application itself, from a customer who logged in, through a card or a device. */
  readonly kind: 'client_credentials' | 'authorization_code' | 'card' | 'device'
  /** The one card that it opens; undefined where it opens all that the customer has. */
  readonly cardId?: string | undefined
  /** Login name of the customer; undefined for two-legged access. */
  readonly username: string | undefined
  readonly market: MarketId
  /** Whether it opens every market: registration tokens are fetched before a market is named. */
  readonly isEverywhere?: true
  /** Whether its scope opens whatever the customer may see, as that of the password grant does. */
  readonly isUnscoped?: true
  readonly scope: string
  readonly consentedAt: Date
  ended: boolean
}

/** An authorization code. */
export interface Code {
  readonly grant: Grant
  readonly redirectUri: string
  readonly issuedAt: Date
  used: boolean
}

/** An access token. */
export interface AccessToken {
  readonly kind: 'access'
  readonly grant: Grant
  readonly scope: string
  readonly issuedAt: Date
  readonly lifetimeSeconds: number
  readonly fromRefresh: boolean
  revoked: boolean
  lastUsedAt: Date
}

/** A refresh token. */
export interface RefreshToken {
  readonly kind: 'refresh'
  readonly grant: Grant
  readonly scope: string
  readonly issuedAt: Date
  readonly lifetimeSeconds: number
  replaced: boolean
  revoked: boolean
}

/** A login that is under way in a browser. */
export interface Ticket {
  readonly request: Readonly<Record<string, string>>
  readonly username: string | undefined
}

/** Codes, tokens and logins that the sandbox has given out. */
export class GrantStore {
  readonly codes = new Map<string, Code>()
  readonly accessTokens = new Map<string, AccessToken>()
  readonly refreshTokens = new Map<string, RefreshToken>()
  readonly tickets = new Map<string, Ticket>()
  readonly #grants: Grant[] = []

  /** Opens a grant. */
  open(grant: Omit<Grant, 'ended' | 'kind'> & Partial<Pick<Grant, 'kind'>>): Grant {
    const kind = grant.username === undefined ? 'client_credentials' : 'authorization_code'
    const opened = { kind, ...grant, ended: false } as const
    this.#grants.push(opened)
    return opened
  }

  /** Ends every grant that a customer consented to. */
  endConsents(username: string): void {
    for (const grant of this.#grants) if (grant.username === username) grant.ended = true
  }

  /** Ends every grant of an application. */
  endClient(clientId: string): void {
    for (const grant of this.#grants) if (grant.clientId === clientId) grant.ended = true
  }

  /** Puts a thing under a value that cannot be guessed. */
  keep<Thing>(map: Map<string, Thing>, thing: Thing): string {
    const value = randomBytes(32).toString('base64url')
    map.set(value, thing)
    return value
  }

  /** Forgets everything. */
  clear(): void {
    for (const map of [this.codes, this.accessTokens, this.refreshTokens, this.tickets]) map.clear()
    this.#grants.length = 0
  }
}

/** Tells whether a span of seconds since a moment is over. */
export function isOver(since: Date, seconds: number, now: Date): boolean {
  return now.getTime() - since.getTime() >= seconds * 1000
}
