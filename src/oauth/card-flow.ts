import { randomUUID } from 'node:crypto'
import type { Reply } from '../http/client.ts'
import type { Application, TokenCallChange } from './application.ts'

/** A card as its holder knows it. */
export interface HeldCard {
  readonly lastFour: string
  /** Telephone number of the holder with the dialling code, without plus sign. */
  readonly phone: string
}

/** What a test changes about an enrolment; everything else stays right. */
export interface EnrolmentChange {
  readonly fields?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string | undefined>>
}

/** The second step of the card flow. */
export interface Activation {
  readonly controlFlowId: string
  /** The one-time password that the holder of the card got. */
  readonly otp: string
  readonly scope: string
}

/** Has the bank send a one-time password to the holder of a card. */
export async function enrolCard(
  app: Application,
  card: HeldCard,
  change: EnrolmentChange = {},
): Promise<Reply> {
  const fields = {
    grant_type: 'card_authorization',
    lastFourDigitsCardNumber: card.lastFour,
    citiCardHolderPhoneNumber: card.phone,
    merchantCustomerReferenceId: 'MC260302000417',
    ...change.fields,
  }
  return app.client.send({
    method: 'POST',
    path: `/cardAuth/oauth2/authorize/${app.market.id}/${app.market.businessCode}`,
    headers: {
      authorization: app.basic,
      accept: 'application/json',
      'content-type': 'application/json',
      ...namedHeaders(app),
      ...change.headers,
    },
    body: JSON.stringify(fields),
  })
}

/** Exchanges the password of an enrolment for the tokens of the card. */
export async function activateCard(
  app: Application,
  { controlFlowId, otp, scope }: Activation,
  change: TokenCallChange = {},
): Promise<Reply> {
  const path = `/cardAuth/oauth2/token/${app.market.id}/${app.market.businessCode}`
  const form = { grant_type: 'card_authorization', controlFlowId, linkageConfirmationCode: otp, scope }
  return app.postForm(path, form, withNames(app, change))
}

/** Exchanges the refresh token of a card for a new pair. */
export async function refreshCard(
  app: Application,
  refreshToken: string,
  change: TokenCallChange = {},
): Promise<Reply> {
  const form = { grant_type: 'refresh_token', refresh_token: refreshToken }
  return app.postForm('/cardAuth/oauth2/refresh', form, withNames(app, change))
}

/** Ends the access to a card by its access token. */
export async function revokeCard(
  app: Application,
  accessToken: string,
  change: TokenCallChange = {},
): Promise<Reply> {
  const form = { token: accessToken, token_type_hint: 'access_token' }
  return app.postForm('/cardAuth/oauth2/revoke', form, withNames(app, change))
}

/** The control flow that an answer asks to go on with; undefined when it names none. */
export function controlFlowOf(reply: Reply): string | undefined {
  const { moreInfo, controlFlowId } = (reply.json ?? {}) as {
    moreInfo?: { controlFlowId?: unknown }
    controlFlowId?: unknown
  }
  const id = moreInfo?.controlFlowId ?? controlFlowId
  return typeof id === 'string' ? id : undefined
}

function withNames(app: Application, change: TokenCallChange): TokenCallChange {
  return { ...change, headers: { ...namedHeaders(app), ...change.headers } }
}

function namedHeaders(app: Application): Record<string, string> {
  return { client_id: app.clientId, uuid: randomUUID() }
}
