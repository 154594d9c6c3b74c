import type { Answer } from '../answer.ts'
import type { Guard } from '../guards.ts'
import type { RequirementId } from '../../requirements/index.ts'
import { type Defect, isSuccessOf, rewrite, withEvery, withFields, without } from './defect.ts'

const market = 'gb' as const

/** A mistake that is one rule not kept, proved in the United Kingdom. */
function dropped(
  id: string,
  guard: Guard,
  breaks: RequirementId,
  ...alsoBreaks: readonly RequirementId[]
): Defect {
  return { id, breaks, market, apply: without(guard), ...(alsoBreaks.length === 0 ? {} : { alsoBreaks }) }
}

const isInvalidFlow = ({ status, body }: Answer): boolean =>
  status === 400 && (body as { code?: unknown } | undefined)?.code === 'invalidControlFlowId'

const isRefusedReference = ({ status, body }: Answer): boolean =>
  status === 400 && JSON.stringify(body ?? null).includes('/JSON/chargeBearer')

/** Mistakes with passwords and control flows. */
const flows: readonly Defect[] = [
  dropped('moved-before-password', 'transfer.factor', 'money.password.first'),
  dropped('password-in-vain', 'transfer.completes', 'money.password.completes'),
  dropped('moved-twice', 'transfer.once', 'money.flow.once'),
  dropped('any-password-opens-transfers', 'transfer.password', 'money.password.wrong'),
  dropped('foreign-flow-moves-money', 'transfer.flow-owner', 'money.flow.foreign'),
  dropped('flow-of-another-market', 'transfer.flow-market', 'money.flow.market'),
  dropped('flow-of-any-kind', 'transfer.kind', 'money.flow.kind'),
  {
    id: 'unknown-flow-called-invalid-request',
    breaks: 'money.flow.unknown',
    market,
    apply: rewrite(isInvalidFlow, withFields({ code: 'invalidRequest' })),
  },
]

/** Mistakes in the books. */
const books: readonly Defect[] = [
  dropped('balance-not-updated', 'transfer.books', 'money.personal.moves'),
  dropped('transaction-missing', 'transfer.listed', 'money.books.transaction'),
  dropped('money-never-arrives', 'transfer.arrival', 'money.books.arrives'),
  dropped('amounts-drift', 'transfer.exact', 'money.books.exact', 'shape.value.amount-noise'),
  dropped('fee-not-charged', 'transfer.fee', 'money.quote.charged'),
  dropped('rate-drifts', 'transfer.quote', 'money.quote.held'),
  {
    id: 'quote-does-not-add-up',
    breaks: 'money.quote.rate',
    market,
    apply: rewrite(isSuccessOf('preprocessWireTransfer'), withEvery('foreignExchangeRate', 0.5)),
  },
  {
    id: 'rest-told-wrong',
    breaks: 'money.transfer.balance-told',
    market,
    apply: rewrite(
      isSuccessOf('executePersonalTransfer'),
      withEvery('sourceAccountAvailableBalance', 1_000_000),
    ),
  },
  {
    id: 'more-to-give-than-held',
    breaks: 'money.eligibility.agrees',
    market,
    apply: rewrite(isSuccessOf('listPersonalTransferAccounts'), withEvery('availableBalance', 9_999_999)),
  },
]

/** Mistakes in judging what is wanted. */
const refusals: readonly Defect[] = [
  dropped('funds-ignored', 'transfer.funds', 'money.refused.funds'),
  dropped('limit-ignored', 'transfer.limit', 'money.refused.limit'),
  // A quote for what cannot be paid names another amount.
  dropped('any-amount', 'transfer.amount', 'money.refused.amount', 'shape.value.amount-asked'),
  dropped('any-iban', 'transfer.iban', 'money.refused.iban'),
  dropped('any-charge-bearer', 'transfer.reference-data', 'money.refused.reference-data'),
  dropped('foreign-account-gives', 'transfer.source-owner', 'money.refused.source'),
  dropped('account-gives-to-itself', 'transfer.same-account', 'money.refused.same-account'),
  dropped('foreign-payee-paid', 'payee.owner', 'money.refused.payee'),
  dropped('inactive-payee-paid', 'payee.active', 'money.refused.inactive-payee'),
  {
    id: 'field-at-fault-not-named',
    breaks: 'money.refused.reference-data',
    market,
    apply: rewrite(isRefusedReference, withFields({ moreInfo: undefined })),
  },
]

/** Mistakes with payees and bills. */
const payees: readonly Defect[] = [
  dropped('new-payee-forgotten', 'payee.kept', 'money.payee.kept'),
  {
    id: 'payee-under-another-name',
    breaks: 'money.payee.agrees',
    market,
    apply: rewrite(isSuccessOf('getPayee'), withEvery('payeeNickName', 'Somebody else')),
  },
  dropped('paid-bill-stays-open', 'bill.closed', 'money.bill.closed'),
]

/** Mistakes with payments of a later day, and with bundles. */
const later: readonly Defect[] = [
  dropped('future-dated-moves-at-once', 'transfer.date', 'money.schedule.waits'),
  dropped('scheduled-never-moves', 'schedule.due', 'money.schedule.moves'),
  dropped('standing-instruction-moves-once', 'schedule.repeats', 'money.schedule.repeats'),
  dropped('past-day-accepted', 'transfer.past', 'money.schedule.past'),
  {
    id: 'scheduled-not-listed',
    breaks: 'money.schedule.listed',
    market,
    apply: rewrite(isSuccessOf('listRepeatingPayments'), withEvery('transactionAmount', 1)),
  },
  dropped('change-ignored', 'schedule.changed', 'money.schedule.changed'),
  dropped('change-without-password', 'schedule.factor', 'money.schedule.change-password'),
  dropped('ended-payment-moves', 'schedule.ended', 'money.schedule.ended'),
  dropped('bundle-without-password', 'bundle.factor', 'money.bundle.password'),
  dropped('bundle-never-carried-out', 'bundle.settled', 'money.bundle.completes'),
  dropped('bundle-carried-out-twice', 'bundle.once', 'money.bundle.once'),
  dropped('bundle-between-own-accounts-asks', 'bundle.own', 'money.bundle.own-accounts'),
  dropped('bundle-total-ignored', 'bundle.total', 'money.bundle.total'),
]

/** Mistakes in the journeys of money movement. */
export const moneyMovementDefects: readonly Defect[] = [...flows, ...books, ...refusals, ...payees, ...later]
