import path from 'node:path'
import type { Reply } from '../http/client.ts'
import { serverTimeOf } from '../http/server-time.ts'
import { type Application, readTokenPair, type TokenPair } from '../oauth/application.ts'
import { Consents } from '../parked/consents.ts'
import { readParkedKey } from '../parked/key.ts'
import { ParkedStore } from '../parked/store.ts'
import { type ConsentSettings, readConsentSettings, readParkedSettings } from '../token-settings.ts'
import { notObserved } from './not-observed.ts'

const root = path.join(import.meta.dirname, '..', '..')

const advice = 'set CITI_CUSTOMER and CITI_CUSTOMER_PASSWORD, or give a consent once with `npm run consent`'

/**
 * Gets tokens of a customer from a consent that a person gave: one that is kept from an earlier run, or one that the
 * settings hold, which was used once it gave tokens: these renew themselves. Ends the test as not observed when
 * there is none.
 */
export async function tokensWithoutLogin(app: Application, old?: TokenPair): Promise<TokenPair> {
  const given = readConsentSettings()
  const { folder, key } = readParkedSettings()
  if (key === undefined)
    return old === undefined ? readTokens(await present(app, given)) : renewPair(app, old)
  const store = new ParkedStore(path.resolve(root, folder), readParkedKey(key))
  const place = { target: app.client.options.baseUrl, clientId: app.clientId, market: app.market.id }
  return renewKept(app, new Consents(store, place), given)
}

/** Where the answer names no new refresh token, the old one stays. */
async function renewPair(app: Application, { refreshToken }: TokenPair): Promise<TokenPair> {
  const pair = readTokens(await present(app, { refreshToken }))
  return { ...pair, refreshToken: pair.refreshToken || refreshToken }
}

/** The new refresh token is kept before anybody uses the pair: a run that breaks off later leaves the next one a way. */
async function renewKept(app: Application, consents: Consents, given: ConsentSettings): Promise<TokenPair> {
  consents.adopt(given, new Date())
  const taken = consents.take()
  if (taken === undefined)
    return notObserved(`no test customer is known, and ${consents.whyNone()}: ${advice}`)
  const { id, secret, isCode } = taken
  const reply = await present(app, isCode ? { code: secret } : { refreshToken: secret })
  const pair = readTokenPair(reply)
  if (pair !== undefined)
    consents.keep(pair.refreshToken === '' ? secret : pair.refreshToken, serverTimeOf(reply) ?? new Date())
  consents.settle(id, pair !== undefined)
  return readTokens(reply)
}

async function present(
  app: Application,
  { code, refreshToken }: Partial<Pick<ConsentSettings, 'code' | 'refreshToken'>>,
): Promise<Reply> {
  if (refreshToken !== undefined) return app.refresh(refreshToken)
  if (code !== undefined) return app.redeem(code)
  return notObserved(`no test customer is known: ${advice}`)
}

function readTokens(reply: Reply): TokenPair {
  return (
    readTokenPair(reply) ??
    notObserved(`unclear: the consent that was given opens nothing (${reply.status}): ${advice}`)
  )
}
