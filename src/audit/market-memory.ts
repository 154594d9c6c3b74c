import { createHash } from 'node:crypto'
import type { Captured } from '../http/captured.ts'
import { headerOf } from '../http/exchange.ts'
import { findMarket } from '../markets/index.ts'
import type { MarketId } from '../markets/types.ts'

/** How many tokens are remembered; recordings that use more at once are rare. */
const mostTokens = 10_000

/** Remembers in which market tokens were given, by what cannot be turned back into them. */
export class MarketMemory {
  readonly #byToken = new Map<string, MarketId>()

  /** Finds the market of a call: its address says so, or the recording, or the token that it presents. */
  marketOf(captured: Captured): MarketId | undefined {
    return marketOfAddress(captured.url) ?? captured.market ?? this.#recall(captured)
  }

  /** Keeps the tokens that an answer hands out. */
  learn({ status, responseBytes }: Captured, market: MarketId | undefined): void {
    const text = responseBytes?.toString('utf8') ?? ''
    if (status !== 200 || market === undefined || !text.includes('_token"')) return
    for (const [, token = ''] of text.matchAll(/"(?:access|refresh)_token"\s*:\s*"([^"\\]+)"/g)) {
      this.#byToken.set(fingerprint(token), market)
      const [oldest] = this.#byToken.keys()
      if (this.#byToken.size > mostTokens && oldest !== undefined) this.#byToken.delete(oldest)
    }
  }

  #recall({ requestHeaders, requestBody = '' }: Captured): MarketId | undefined {
    const bearer = (headerOf(requestHeaders, 'authorization') ?? '').split(' ')[1] ?? ''
    const inForm = /(?:^|&)(?:refresh_token|token)=([^&]+)/.exec(requestBody)?.[1] ?? ''
    return this.#byToken.get(fingerprint(bearer)) ?? this.#byToken.get(fingerprint(inForm))
  }
}

function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('base64')
}

/** Token calls name country and business in their path, the login page in its query. */
function marketOfAddress({ pathname, searchParams }: URL): MarketId | undefined {
  const inPath = /\/(?:token|authorize|retrieve|register)\/([a-z]{2})\/[a-z]{2,5}\/?$/i.exec(pathname)?.[1]
  const named = inPath ?? searchParams.get('countryCode') ?? ''
  return findMarket(named.toLowerCase())?.id
}
