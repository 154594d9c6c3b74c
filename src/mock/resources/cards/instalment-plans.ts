import { type Answer, json } from '../../answer.ts'
import { type Offer, offers, scheduleOf } from '../../bank/cards/instalments.ts'
import { dayOf } from '../../bank/days.ts'
import { decimal, minorUnitsOf } from '../../bank/money.ts'
import { fieldsOf } from '../../fields.ts'
import { cutPage, readPage } from '../page.ts'
import { invalid, refuse, type Refusal } from '../refusal.ts'
import { type AtCard, onCard } from './card-lookup.ts'
import { offerFields, scheduleFields } from './instalment-fields.ts'
import { boundsOf, lastStatement, openPurchases } from './purchases.ts'

/** Debit cards pay at once. */
const noCredit: Refusal = { status: 422, code: 'businessValidationsFailed' }

/** Makes a handler of calls about the instalments of a card that has a line of credit. */
export function onCreditCard(act: (at: AtCard) => Answer): ReturnType<typeof onCard> {
  return onCard((at) => (at.card.kind === 'debit' ? refuse(at.call, noCredit) : act(at)))
}

/** Lists the purchases that may be paid in instalments, and the bounds for the last statement. */
export const getInstalmentEligibility = onCreditCard((at) => {
  const { desk, call, card } = at
  const page = readPage(call)
  if ('status' in page) return refuse(call, page)
  const { items, nextStartIndex } = cutPage(
    openPurchases(at, call.query['eppLoanBookingType'] ?? ''),
    page,
    call,
  )
  const { least, most } = boundsOf(at)
  const statement = lastStatement(at)
  const shown = {
    unbilledTransaction: items.map(({ id, madeOn, merchant, amount }) => ({
      transactionDate: madeOn,
      transactionDescription: merchant.text,
      transactionReferenceId: id,
      transactionAmount: decimal(amount),
      currencyCode: card.account.currency,
    })),
    statement: {
      eppMinimumEligibleAmount: decimal(least),
      eppMaximumEligibleAmount: decimal(most),
      statementDate: statement?.closedOn,
      statementBalanceAmount: decimal(statement?.closing ?? 0),
    },
    nextStartIndex,
  }
  return json(200, desk.write(call.operation, shown))
})

/** Shows the shortest plan for an amount. */
export const getInstalmentPlan = onCreditCard(({ desk, call }) => {
  const amount = minorUnitsOf(Number(call.query['eligbleLoanAmount']))
  if (amount === undefined) return refuse(call, invalid('eligbleLoanAmount'))
  const [shortest] = offers
  const fields = offerFields(amount, shortest as Offer)
  return json(200, desk.write(call.operation, { ...fields, tenor: String(fields['tenor']) }))
})

/** Shows every plan for an amount, or the one of a tenor. */
export const searchInstalmentPlans = onCreditCard((at) => {
  const { desk, call } = at
  const { loanAmount, tenor, eppLoanBookingType } = fieldsOf(call.body)
  const amount =
    loanAmount === undefined ? amountOf(at, String(eppLoanBookingType)) : minorUnitsOf(Number(loanAmount))
  if (amount === undefined) return refuse(call, invalid('loanAmount'))
  const wanted = offers.filter((offer) => tenor === undefined || offer.tenor === tenor)
  if (wanted.length === 0) return refuse(call, invalid('tenor'))
  return json(
    200,
    desk.write(call.operation, { eppOffers: wanted.map((offer) => offerFields(amount, offer)) }),
  )
})

/** What may be split where no amount is given: the last statement, or the purchases since. */
function amountOf(at: AtCard, kind: string): number {
  if (kind === 'STATEMENT') return boundsOf(at).most
  return openPurchases(at, kind).reduce((sum, { amount }) => sum + amount, 0)
}

/** Shows a plan month by month. */
export const getInstalmentSchedule = onCreditCard(({ desk, call }) => {
  const isOpen = !call.behaviour.enforces('cards.instalment-tenor')
  const offer = findOffer(call.query['tenor']) ?? (isOpen ? offers[0] : undefined)
  if (offer === undefined) return refuse(call, invalid('tenor'))
  const amount = minorUnitsOf(Number(call.query['loanAmount']))
  if (amount === undefined) return refuse(call, invalid('loanAmount'))
  const schedule = scheduleOf(amount, offer)
  return json(200, desk.write(call.operation, scheduleFields(schedule, dayOf(call.now))))
})

/** Finds the plan of a tenor. */
export function findOffer(tenor: unknown): Offer | undefined {
  return offers.find((offer) => offer.tenor === Number(tenor))
}
