import { type Answer, empty, type Handler, json, type ResourceCall } from '../../answer.ts'
import type { CashLimits, CorporateCard } from '../../bank/cards/corporate-cards.ts'
import { dayOf } from '../../bank/days.ts'
import { decimal } from '../../bank/money.ts'
import { opaqueId } from '../../bank/seeded.ts'
import { type Fields, fieldsOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'

interface AtCorporateCard {
  readonly desk: Desk
  readonly call: ResourceCall
  readonly card: CorporateCard
  readonly body: Fields
}

/** Makes a handler of calls that name a corporate card by its token in their body. */
function onCorporateCard(act: (at: AtCorporateCard) => Answer): (desk: Desk) => Handler {
  return (desk) => (call) => {
    const body = fieldsOf(call.body)
    const token = textOf(body['tokenizedCardNumber'])
    const card = desk.bank.corporateCards.of({ market: call.market, username: call.username ?? '', token })
    return act({ desk, call, card, body })
  }
}

/** Shows a corporate card; one whose last day has come is closed. */
export const retrieveCorporateCard = onCorporateCard(({ desk, call, card }) => {
  const isClosed = card.closesOn !== undefined && card.closesOn <= dayOf(call.now)
  const shown = {
    cashWithdrawalAllowedFlag: card.cashAllowed,
    permanentCreditLimitAmount: decimal(card.creditLimit),
    currentBalanceAmount: decimal(card.balance),
    cardStatus: isClosed ? 'CLOSED' : card.status,
  }
  return json(200, desk.write(call.operation, shown))
})

/** Sets the credit limit. */
export const updateCorporateCreditLimit = onCorporateCard((at) => {
  const { card, call, body } = at
  if (call.behaviour.enforces('corporate.limit-kept'))
    card.creditLimit = Math.round(Number(body['creditLimitAmount']) * 100)
  return withReference(at, 'uniqueReferenceNumber')
})

const cashFields = {
  maximumDailyCashLimitAmount: 'daily',
  maximumWeeklyCashLimitAmount: 'weekly',
  maximumMonthlyCashLimitAmount: 'monthly',
  maximumIndividualTxnLimitAmount: 'single',
} as const satisfies Record<string, keyof CashLimits>

/** Shows the cash limits. */
export const retrieveCorporateCashLimit = onCorporateCard(({ desk, call, card }) => {
  const shown = Object.entries(cashFields).map(([field, name]) => [field, card.cash[name]])
  return json(200, desk.write(call.operation, Object.fromEntries(shown)))
})

/** Sets the cash limits that are named; the others stay. */
export const updateCorporateCashLimit = onCorporateCard(({ call, card, body }) => {
  const named = Object.entries(cashFields).filter(([field]) => typeof body[field] === 'number')
  const changes = Object.fromEntries(named.map(([field, name]) => [name, body[field]]))
  if (call.behaviour.enforces('corporate.cash-kept')) card.cash = { ...card.cash, ...changes }
  return empty(200)
})

/** Sets the status of a card, and whether it gives cash. */
export const suspendCorporateCard = onCorporateCard(({ call, card, body }) => {
  const { cardStatus, cashLimitUpdateAllowedFlag } = body
  if (typeof cashLimitUpdateAllowedFlag === 'boolean') card.cashAllowed = cashLimitUpdateAllowedFlag
  if (typeof cardStatus === 'string' && call.behaviour.enforces('corporate.status-kept'))
    card.status = cardStatus
  return empty(200)
})

/** Blocks a card that was lost. */
export const reportCorporateCardLost = onCorporateCard((at) => {
  if (at.call.behaviour.enforces('corporate.report-kept')) at.card.status = 'BLOCKED'
  return withReference(at, 'uniqueReferenceIdentifier')
})

/** Ends a card on the day that is asked for. */
export const closeCorporateCard = onCorporateCard((at) => {
  const { effectiveCancelDate } = at.body
  at.card.closesOn = typeof effectiveCancelDate === 'string' ? effectiveCancelDate : dayOf(at.call.now)
  if (!at.call.behaviour.enforces('corporate.closure-kept')) at.card.closesOn = undefined
  return withReference(at, 'cancellationReferenceId')
})

function withReference({ desk, call, body }: AtCorporateCard, field: string): Answer {
  const seed = `${call.operation.id}/${textOf(body['tokenizedCardNumber'])}/${call.now.toISOString()}`
  return json(200, desk.write(call.operation, { [field]: opaqueId(seed, 12).toUpperCase() }))
}
