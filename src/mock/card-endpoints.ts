import type { Operation } from '../contract/types.ts'
import { marketOf } from '../markets/index.ts'
import type { MarketId } from '../markets/types.ts'
import { type Answer, json } from './answer.ts'
import type { Card } from './bank/cards/card.ts'
import type { ControlFlow } from './bank/control-flows.ts'
import { issueCardTokens } from './card-tokens.ts'
import { authenticate } from './client-authentication.ts'
import { isAnswer, oauthError } from './oauth-error.ts'
import { refusal } from './refusals.ts'
import { type FlowCall, takeVerified, verifyFlow } from './resources/mfa.ts'
import { readTokenForm, refuseGrantType, refuseMissing, type TokenForm } from './token-form.ts'
import { refuseInvalid } from './validate.ts'
import type { Endpoint, EndpointCall, World } from './world.ts'

const purpose = 'issueCardToken'

/** Sends a password to the holder of a card; the documented success is the 403 that says so. */
export const enrolCard: Endpoint = (world, call) => {
  const { operation } = call
  const application = authenticate(world, call)
  if (isAnswer(application)) {
    const challenge = { 'www-authenticate': application.headers['www-authenticate'] ?? 'Basic realm="citi"' }
    return refusal(401, operation, { headers: challenge })
  }
  const invalid = operation === undefined ? undefined : refuseInvalid(world, operation, call)
  if (invalid !== undefined) return invalid
  const card = findEnrolled(world, call)
  if (isAnswer(card)) return card
  const owner = { market: marketIn(call), clientId: application.clientId, username: card.username }
  const flow = world.bank.flows.open({ owner, purpose, content: card, form: 'digits' }, world.clock.now())
  return askForPassword(call, flow)
}

function askForPassword({ operation }: EndpointCall, { id: controlFlowId }: ControlFlow): Answer {
  const { body } = refusal(403, operation, { code: 'mfaRequired' })
  const mfaResponse = { otpDeliveryOption: ['SMS'] }
  const moreInfo = { mfaType: 'otp', controlFlowId, status: 'generated', mfaResponse }
  return json(403, { ...(body as object), moreInfo })
}

interface Enrolment {
  readonly lastFourDigitsCardNumber: string
  readonly citiCardHolderPhoneNumber: string
}

/** Finds the card of these digits whose holder has this number; the refusal does not tell which of them was wrong. */
function findEnrolled({ bank, customers, behaviour }: World, call: EndpointCall): Card | Answer {
  const given = JSON.parse(call.body ?? '{}') as Enrolment
  const market = marketOf(marketIn(call))
  const cards = customers.flatMap(({ username }) => bank.cards.of(market, username))
  const held = cards.find(({ lastFour }) => lastFour === given.lastFourDigitsCardNumber)
  const card = held ?? (behaviour.enforces('card.held') ? undefined : cards[0])
  if (card === undefined || card.isBlocked) return refusal(400, call.operation)
  const isHolders = bank.phoneOf(market, card.username) === given.citiCardHolderPhoneNumber
  if (isHolders || !behaviour.enforces('card.phone')) return card
  const fault = behaviour.enforces('card.indistinct') ? {} : { fault: { name: 'citiCardHolderPhoneNumber' } }
  return refusal(400, call.operation, fault)
}

/** Exchanges the password of an enrolment for the tokens of its card. */
export const issueCardToken: Endpoint = (world, call) => {
  const form = readTokenForm(world, call)
  if (isAnswer(form)) return form
  const refused =
    refuseGrantType(world, form, 'card_authorization') ??
    refuseMissing(form.fields, ['controlFlowId', 'linkageConfirmationCode', 'scope']) ??
    refuseScope(world, call, form)
  if (refused !== undefined) return refused
  const card = takeCard(world, call, form)
  if (card === undefined)
    return oauthError(400, 'invalid_grant', 'The control flow or the password is not valid')
  return activate(world, { call, form, card })
}

function refuseScope({ behaviour }: World, { operation }: EndpointCall, form: TokenForm): Answer | undefined {
  const isOffered = scopesOf(operation).includes(form.fields['scope'] ?? '')
  return isOffered || !behaviour.enforces('card.scope')
    ? undefined
    : oauthError(400, 'invalid_scope', 'The scope is unknown')
}

type FormSchema = { properties?: { scope?: { enum?: readonly string[] } } }

/** Lists the scopes that the document of a form knows. */
function scopesOf(operation: Operation | undefined): readonly string[] {
  const { $defs = {} } = (operation?.request?.schema ?? {}) as { $defs?: Record<string, FormSchema> }
  return Object.values($defs).flatMap(({ properties }) => properties?.scope?.enum ?? [])
}

/** Spends the control flow of an enrolment with its password. */
function takeCard(world: World, call: EndpointCall, { application, fields }: TokenForm): Card | undefined {
  const { bank, behaviour, clock } = world
  const id = fields['controlFlowId'] ?? ''
  const holder: FlowCall = {
    behaviour,
    now: clock.now(),
    market: marketOf(marketIn(call)),
    clientId: application.clientId,
    // An activation names no customer: the control flow knows its holder.
    username: bank.flows.find(id)?.owner.username,
  }
  const verdict = verifyFlow(world, holder, { id, password: fields['linkageConfirmationCode'] ?? '' })
  const flow = verdict === 'verified' ? takeVerified(world, holder, { id, purpose }) : undefined
  const [first] = bank.cards.of(holder.market, holder.username ?? world.customers[0]?.username ?? '')
  if (flow === undefined)
    return behaviour.enforces('card.flow-known') || verdict !== 'over' ? undefined : first
  return behaviour.enforces('card.which') ? (flow.content as Card) : first
}

interface Activation {
  readonly call: EndpointCall
  readonly form: TokenForm
  readonly card: Card
}

function activate(world: World, { call, form, card }: Activation): Answer {
  const { application, fields } = form
  const market = marketIn(call)
  const scope = fields['scope'] ?? ''
  const grant = world.grants.open({
    clientId: application.clientId,
    kind: 'card',
    cardId: card.id,
    username: card.username,
    market,
    scope,
    consentedAt: world.clock.now(),
  })
  const { body, headers, status } = issueCardTokens(world, grant, { scope, withConsent: true })
  const { customerId } = world.bank.profileOf(marketOf(market), card.username)
  const told = { cardId: card.id, customerId, cardReferenceNumber: card.referenceNumber }
  return json(status, { ...(body as object), ...told }, { ...headers, ...namesOf(told) })
}

/** The same names as headers, as the gateway was seen to send them. */
function namesOf(told: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [`${name}Header`, value]))
}

function marketIn({ params }: EndpointCall): MarketId {
  return (params['countryCode'] ?? '').toLowerCase() as MarketId
}
