import { randomUUID } from 'node:crypto'
import type { Call } from '../../src/http/client.ts'
import type { HeldCard } from '../../src/mock/control.ts'
import { type Application, encodeForm, readTokenPair, type TokenPair } from '../../src/oauth/application.ts'
import { activateCard, enrolCard, refreshCard, revokeCard } from '../../src/oauth/card-flow.ts'
import type { Customer } from '../../src/oauth/customer.ts'
import { refreshDevice, retrieveDevice, revokeDevice } from '../../src/oauth/device-flow.ts'
import { enrol, grantCard } from '../../src/testing/card-access.ts'
import { keyFor, passwordTokens } from '../../src/testing/passwords.ts'
import { grantTokens } from '../../src/testing/token-broker.ts'
import { heldCall } from './held-call.ts'

/** Who makes token calls: the application as it is, and the same one whose calls are held back. */
export interface TokenParties {
  readonly app: Application
  readonly held: Application
  readonly customer: Customer
  readonly card: HeldCard
  readonly otp: string
  readonly scope: string
}

type Builder = (parties: TokenParties) => Promise<unknown>

/** How each token call is made right: with a code, a token or a password that the sandbox just gave. */
const builders: Readonly<Record<string, Builder>> = {
  issueClientCredentialsToken: ({ held }) => held.fetchToken(),
  authorize: ({ held, scope }) => openPage(held, scope),
  exchangeAuthorizationCode: async (parties) => parties.held.redeem(await codeOf(parties)),
  refreshToken: async (parties) => parties.held.refresh((await pairOf(parties)).refreshToken),
  revokeToken: async (parties) => parties.held.revoke((await pairOf(parties)).accessToken, 'access_token'),
  authorizePartner: ({ held, scope }) => openPage(held.atPartner(), scope),
  exchangePartnerCode: async (parties) => parties.held.atPartner().redeem(await codeOf(parties)),
  refreshPartnerToken: async (parties) =>
    parties.held.atPartner().refresh((await pairOf(parties)).refreshToken),
  revokePartnerToken: async (parties) =>
    parties.held.atPartner().revoke((await pairOf(parties)).accessToken, 'access_token'),
  enrolCard: ({ held, card }) => enrolCard(held, card),
  issueCardToken: async ({ app, held, card, otp }) =>
    activateCard(held, { controlFlowId: await enrol(app, card), otp, scope: cardScope }),
  refreshCardToken: async (parties) => refreshCard(parties.held, (await cardPairOf(parties)).refreshToken),
  revokeCardToken: async (parties) => revokeCard(parties.held, (await cardPairOf(parties)).accessToken),
  retrieveDeviceToken: ({ held }) => retrieveDevice(held),
  refreshDeviceToken: async (parties) =>
    refreshDevice(parties.held, (await devicePairOf(parties)).refreshToken),
  revokeDeviceToken: async (parties) =>
    revokeDevice(parties.held, (await devicePairOf(parties)).accessToken, 'access_token'),
  issuePasswordToken: async ({ app, held, customer }) => customer.signIn(held, await keyFor(app)),
  refreshPasswordToken: async ({ app, held, customer }) =>
    renewPassword(held, (await passwordTokens(app, customer)).refreshToken),
  issueRegistrationToken: ({ held }) => held.fetchRegistrationToken(),
  issueGettingStartedToken: ({ held }) => askGuide(held),
  listCatalogue: ({ held }) => askCatalogue(held),
}

const cardScope = 'epp_booking'

/** Builds the right call of an operation of the authorization server; undefined for any other operation. */
export async function buildTokenCall(id: string, parties: TokenParties): Promise<Call | undefined> {
  const build = builders[id]
  return build === undefined ? undefined : heldCall(() => build(parties))
}

function openPage(app: Application, scope: string): Promise<unknown> {
  const path = app.authorizePath(scope)
  return app.client.send({ method: 'GET', path, headers: { accept: 'text/html' } })
}

async function codeOf({ app, customer, scope }: TokenParties): Promise<string> {
  const { callback } = await customer.authorize(app, scope)
  return callback?.get('code') ?? 'no-code'
}

function pairOf({ app, customer, scope }: TokenParties): Promise<TokenPair> {
  return grantTokens(app, customer, scope)
}

function cardPairOf({ app, card, otp }: TokenParties): Promise<TokenPair> {
  return grantCard({ app, card, otp, scope: cardScope })
}

async function devicePairOf({ app }: TokenParties): Promise<TokenPair> {
  const pair = readTokenPair(await retrieveDevice(app))
  if (pair === undefined) throw new Error('the device got no tokens')
  return pair
}

function renewPassword(app: Application, refreshToken: string): Promise<unknown> {
  const form = { grant_type: 'refresh_token', refresh_token: refreshToken }
  return app.postForm('/password/oauth2/refresh', form, { headers: { uuid: randomUUID() } })
}

function askGuide(app: Application): Promise<unknown> {
  const form = {
    grant_type: 'client_credentials',
    client_id: app.clientId,
    client_secret: app.clientSecret,
  }
  return app.client.send({
    method: 'POST',
    base: 'origin',
    path: '/oauth/v1/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: encodeForm(form),
  })
}

function askCatalogue(app: Application): Promise<unknown> {
  const headers = { accept: 'application/json', 'X-API-Key': app.clientId }
  return app.client.send({ method: 'GET', base: 'origin', path: '/api-catalog-list', headers })
}
