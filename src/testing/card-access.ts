import { activateCard, controlFlowOf, enrolCard, type HeldCard } from '../oauth/card-flow.ts'
import { type Application, readTokenPair, type TokenPair } from '../oauth/application.ts'
import type { Reply } from '../http/client.ts'
import { notObserved, positiveControl } from './not-observed.ts'
import { asksForFactor, type Told, valuesTold } from './told.ts'

/** The tokens of one card, and what their answer told besides. */
export interface CardAccess extends TokenPair {
  readonly told: Told
}

/** What opens a card: who asks, the card, the password that its holder gets, and for what. */
export interface CardRequest {
  readonly app: Application
  readonly card: HeldCard
  readonly otp: string
  readonly scope: string
}

/** Enrols a card and returns the control flow; the test is unclear when no password was sent. */
export async function enrol(app: Application, card: HeldCard): Promise<string> {
  const reply = await enrolCard(app, card)
  const controlFlowId = asksForFactor(reply) ? controlFlowOf(reply) : undefined
  return controlFlowId ?? notObserved(`unclear: the enrolment of a card was answered ${reply.status}`)
}

/** Runs the card flow once and returns its tokens; the test is unclear when the flow fails. */
export async function grantCard({ app, card, otp, scope }: CardRequest): Promise<CardAccess> {
  const controlFlowId = await enrol(app, card)
  return readCardAccess(positiveControl(await activateCard(app, { controlFlowId, otp, scope })))
}

/** Reads the tokens of an activation or a refresh. */
export function readCardAccess(reply: Reply): CardAccess {
  const pair = readTokenPair(reply) ?? notObserved('unclear: the card flow gave no access token')
  return { ...pair, told: valuesTold(reply) }
}
