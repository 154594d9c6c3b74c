import type { Keeper } from '../budget/keeper.ts'
import type { Made } from '../budget/shared-values.ts'
import { customerScopeOf } from '../contract/customer-scope.ts'
import type { Operation } from '../contract/types.ts'
import type { Reply } from '../http/client.ts'
import { type Application, encodeForm, readTokenPair, type TokenPair } from '../oauth/application.ts'
import { Customer } from '../oauth/customer.ts'
import type { CustomerCredentials, HeldCard } from '../mock/control.ts'
import { logInByBrowser } from './browser-login.ts'
import { type CardAccess, grantCard } from './card-access.ts'
import { tokensWithoutLogin } from './consent-tokens.ts'
import { contract } from './contract.ts'
import type { Market } from '../markets/types.ts'
import { operationOf } from './operations.ts'
import { notObserved, positiveControl } from './not-observed.ts'
import { passwordTokens } from './passwords.ts'
import { makeOnce } from './shared-cost.ts'

/** Who needs a token. */
export interface TokenOwner {
  readonly app: Application
  readonly username: string | undefined
}

/** Every scope that the documents name for customers' data in a market, as one request asks for them. */
export function customerScope(market: string): string {
  return customerScopeOf(contract, market)
}

/**
 * Gets tokens of a customer: through login and consent, or by password where the market has no login page. The
 * test is unclear when that fails.
 */
export async function grantTokens(app: Application, customer: Customer, scope?: string): Promise<TokenPair> {
  if (offers(app.market, 'authorize'))
    return consentedTokens(app, customer, scope ?? customerScope(app.market.id))
  if (scope === undefined) return passwordTokens(app, customer)
  return notObserved(`${app.market.name} has no login page, so no scope can be chosen`)
}

async function consentedTokens(app: Application, customer: Customer, scope: string): Promise<TokenPair> {
  const { callback, reply } = await customer.authorize(app, scope)
  const code = (callback ?? (await logInByBrowser(reply, { app, customer, scope })))?.get('code')
  if (code === null || code === undefined)
    return notObserved(
      `unclear: login and consent gave no code (last answer ${reply.status} at ${reply.exchange.request.path})`,
    )
  const pair = readTokenPair(positiveControl(await app.redeem(code)))
  return pair ?? notObserved('unclear: the code exchange gave no access token')
}

/** Keeps one token per application, customer and grant, for tests that do not spend it. */
export class TokenBroker {
  readonly #keeper: Keeper
  readonly #customers: readonly CustomerCredentials[]
  readonly #otp: string

  constructor(customers: readonly CustomerCredentials[], otp: string, keeper: Keeper) {
    this.#customers = customers
    this.#otp = otp
    this.#keeper = keeper
  }

  /** Returns a token that opens an operation, fetched once and anew before it ends. */
  async tokenFor(operation: Operation, owner: TokenOwner): Promise<string | undefined> {
    if (operation.grant === 'none' || operation.grant === 'basic') return undefined
    if (operation.grant === 'card' && offers(owner.app.market, 'enrolCard'))
      return (await this.cardFor(operation, owner)).accessToken
    const { base, grant } = operation
    const { app, username } = owner
    const key = ['token', base, grant, isRegistration(operation), app.market.id, app.clientId, username]
    const pair = await makeOnce<TokenPair>(this.#keeper, key.join(' '), async (old) =>
      madeOf(await this.#fetch(operation, owner, old)),
    )
    return pair.accessToken
  }

  /** Returns the access to the owner's card that opens an operation, fetched once. */
  async cardFor({ scopes }: Operation, owner: TokenOwner): Promise<CardAccess> {
    const { app, username } = owner
    const [scope = 'epp_booking'] = scopes
    const key = ['card', scope, app.market.id, app.clientId, username].join(' ')
    return makeOnce<CardAccess>(this.#keeper, key, async () =>
      madeOf(await grantCard({ app, card: this.#firstCardOf(owner), otp: this.#otp, scope })),
    )
  }

  #firstCardOf({ app, username }: TokenOwner): HeldCard {
    const customer = this.#customers.find((candidate) => candidate.username === username)
    const [card] = customer?.cards?.[app.market.id] ?? []
    return (
      card ?? notObserved('no card of the customer is known: set CITI_CARD_LAST_FOUR and CITI_CARD_PHONE')
    )
  }

  /** Forgets every token, after the target's state was reset. */
  clear(): void {
    this.#keeper.clear()
  }

  /**
   * Gets tokens anew. A refresh would cost less than another login, but no document says whether the old access
   * token outlives it, and calls with it may be under way; only a consent that a person gave leaves no other way.
   */
  async #fetch(operation: Operation, { app, username }: TokenOwner, old?: TokenPair): Promise<TokenPair> {
    if (operation.base === 'origin') return fetchGettingStartedToken(app)
    if (isRegistration(operation) && offers(app.market, 'issueRegistrationToken'))
      return readOrSkip(await app.fetchRegistrationToken())
    if (operation.grant === 'client_credentials' || !letsCustomersIn(app.market))
      return readOrSkip(await app.fetchToken())
    const credentials = this.#customers.find((customer) => customer.username === username)
    if (credentials === undefined) return tokensWithoutLogin(app, old)
    return grantTokens(app, new Customer(credentials))
  }
}

/** A token lives as long as its answer tells; without a word of it, to the end of the run. */
function madeOf<Pair extends TokenPair>(value: Pair): Made<Pair> {
  return value.expiresIn > 0 ? { value, lifetimeSeconds: value.expiresIn } : { value }
}

/** Tells whether a market has a way to a customer's token; elsewhere there are two-legged tokens only. */
export function letsCustomersIn(market: Market): boolean {
  return offers(market, 'authorize') || offers(market, 'issuePasswordToken')
}

/** Tells whether a market offers an operation. */
export function offers({ id }: Market, operationId: string): boolean {
  return operationOf(operationId).markets.includes(id)
}

/** Tells whether an operation is opened by the token of registration alone. */
function isRegistration({ scopes }: Operation): boolean {
  return scopes.includes('app_registration')
}

function readOrSkip(reply: Reply): TokenPair {
  return (
    readTokenPair(positiveControl(reply)) ?? notObserved('unclear: the two-legged call gave no access token')
  )
}

/** Asks the getting-started dialect for a token: credentials stand in the form. */
async function fetchGettingStartedToken(app: Application): Promise<TokenPair> {
  const body = encodeForm({
    grant_type: 'client_credentials',
    client_id: app.clientId,
    client_secret: app.clientSecret,
  })
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
  const reply = await app.client.send({
    method: 'POST',
    base: 'origin',
    path: '/oauth/v1/token',
    headers,
    body,
  })
  const pair = readTokenPair(positiveControl(reply))
  return pair ?? notObserved('unclear: the getting-started token call gave no access token')
}
