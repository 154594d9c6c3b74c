import { type Answer, empty, type Handler, json } from '../../answer.ts'
import type { Offer } from '../../bank/cards/instalments.ts'
import { opaqueId } from '../../bank/seeded.ts'
import { type Fields, fieldsOf, listOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { invalid, refuse, type Refusal } from '../refusal.ts'
import { actOn, type AtCard, refuseBlocked } from './card-lookup.ts'
import { askHolder } from './factor.ts'
import { bookingFields } from './instalment-fields.ts'
import { findOffer, onCreditCard } from './instalment-plans.ts'
import { authorizationCodeOf, boundsOf, lastStatement, openPurchases } from './purchases.ts'

/** A plan that is about to be booked. */
interface Booking {
  readonly offer: Offer
  readonly amount: number
  /** Keys of the purchases; none for a statement. */
  readonly purchases: readonly string[]
}

/** Books a plan at once; on a supplementary card the holder of the primary one has to agree with a password. */
export const bookInstalmentPlan = onCreditCard((at) => {
  const blocked = refuseBlocked(at)
  if (blocked !== undefined) return blocked
  const booking = readBooking(at)
  if ('status' in booking) return refuse(at.call, booking)
  const grant = (): Answer => book(at, booking)
  if (at.card.kind === 'supplementary') return askHolder(at, { confirmedBy: 'confirmInstalmentPlan', grant })
  const { body } = grant()
  return json(200, at.desk.write(at.call.operation, body))
})

function readBooking(at: AtCard): Booking | Refusal {
  const { eppLoanBookingType, tenor, eppLoanBooking } = fieldsOf(at.call.body)
  const offer = findOffer(tenor)
  if (offer === undefined) return invalid('tenor')
  const items = listOf(eppLoanBooking)
  const amount = items.reduce((sum, { loanAmount }) => sum + minorUnits(loanAmount), 0)
  if (eppLoanBookingType !== 'STATEMENT')
    return readPurchases(at, { items, kind: textOf(eppLoanBookingType), offer })
  const { least, most } = boundsOf(at)
  const isInBounds = amount >= least && amount <= most
  return isInBounds || !at.call.behaviour.enforces('cards.instalment-bounds')
    ? { offer, amount, purchases: [] }
    : invalid('loanAmount')
}

/** Reads an amount as minor units; one that is none fits no bound and no purchase. */
function minorUnits(amount: unknown): number {
  return Math.round(Number(amount) * 100)
}

interface Named {
  readonly items: readonly Fields[]
  readonly kind: string
  readonly offer: Offer
}

/** Purchases are split whole, once, and named by their key or by the code of the merchant. */
function readPurchases(at: AtCard, { items, kind, offer }: Named): Booking | Refusal {
  const open = openPurchases(at, kind)
  const found = items.map(({ referenceId, transactionAuthorizationCode: code }) =>
    open.find((purchase) => purchase.id === referenceId || authorizationCodeOf(purchase) === code),
  )
  const known = found.flatMap((purchase) => purchase ?? [])
  if (known.length < items.length || known.length === 0) return invalid('referenceId')
  const isWhole = known.every(({ amount }, index) => amount === minorUnits(items[index]?.['loanAmount']))
  if (!isWhole && at.call.behaviour.enforces('cards.instalment-amount')) return invalid('loanAmount')
  const amount = items.reduce((sum, { loanAmount }) => sum + minorUnits(loanAmount), 0)
  return { offer, amount, purchases: known.map(({ id }) => id) }
}

function book(at: AtCard, { offer, amount, purchases }: Booking): Answer {
  const { card, call } = at
  const statementId = lastStatement(at)?.id ?? ''
  if (call.behaviour.enforces('cards.instalment-once')) {
    for (const id of purchases) card.inInstalments.add(id)
    if (purchases.length === 0)
      card.statementBooked.set(statementId, (card.statementBooked.get(statementId) ?? 0) + amount)
  }
  card.plans += 1
  const reference = `EP${opaqueId(`${card.id}/plan/${card.plans}`, 12).toUpperCase()}`
  return json(200, bookingFields(amount, offer, { reference, left: boundsOf(at).most }))
}

/** Takes the refund of a purchase into account. */
export function refundInstalmentPlan(desk: Desk): Handler {
  return (call) => {
    const { cardDetails } = fieldsOf(call.body)
    if (cardDetails === undefined) return empty(200)
    return actOn(desk, call, { id: textOf(fieldsOf(cardDetails)['cardId']), act: () => empty(200) })
  }
}
