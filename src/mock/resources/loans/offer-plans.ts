import { type Answer, type Handler, json, type ResourceCall } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import { addDays, dayOf } from '../../bank/days.ts'
import { scheduleOf } from '../../bank/loan-schedule.ts'
import { termsOf } from '../../bank/loan-terms.ts'
import { decimal, share } from '../../bank/money.ts'
import type { Transaction } from '../../bank/transactions.ts'
import type { Desk } from '../desk.ts'
import { cutPage, readPage } from '../page.ts'
import { refuse } from '../refusal.ts'
import { instalmentFields, planFields } from './fields.ts'
import { readWish } from './lending.ts'
import { forOffer } from './offers.ts'
import { previewOf } from './schedules.ts'

/** Lists the plans of an offer, for its last purchase and for the balance of the card. */
export function listOfferPaymentPlans(desk: Desk): Handler {
  return forOffer(desk, (call, account) => {
    const { firstName, lastName } = desk.bank.profileOf(call.market, account.username)
    const [purchase] = desk.bank.transactionsOf(account, dayOf(call.now))
    const state = {
      customerName: `${firstName} ${lastName}`,
      productCode: account.product.code,
      productName: account.product.name,
      displayCardNumber: account.displayNumber,
      pendingTransaction: purchase === undefined ? undefined : purchaseFields(purchase),
      statement: {
        eppMaximumEligibleAmount: decimal(account.balance),
        eppMinimumEligibleAmount: decimal(share(account.balance, 100)),
        statementBalanceAmount: decimal(account.balance),
      },
      eppOffers: planFields(account, account.balance),
    }
    return json(200, desk.write(call.operation, state))
  })
}

function purchaseFields({ id, madeOn, merchant, amount }: Transaction): object {
  return {
    transactionDate: madeOn,
    transactionDescription: merchant.text,
    merchantName: merchant.name,
    transactionReferenceId: id,
    transactionAmount: decimal(amount),
  }
}

/** Shows the instalments that a plan would have, and the document when it is asked for. */
export function previewOfferPaymentSchedule(desk: Desk): Handler {
  return forOffer(desk, (call, account) => {
    const schedule = previewOf(desk, call, account)
    if ('status' in schedule) return refuse(call, schedule)
    const page = readPage(call)
    if ('status' in page) return refuse(call, page)
    const { items, nextStartIndex } = cutPage(schedule, page, call)
    const wantsDocument = call.query['binaryDataFlag'] === 'true'
    const state = {
      eppAmortizationSchedule: items.map(instalmentFields),
      nextStartIndex,
      ...(wantsDocument ? {} : { binaryData: undefined }),
    }
    return json(200, desk.write(call.operation, state))
  })
}

interface PlanRequest {
  /** The balance of the card when it is left out. */
  readonly loanAmount?: number
  readonly tenor: number
}

/** Books the plan of an offer at once: no money leaves the bank. */
export function bookOfferPaymentPlan(desk: Desk): Handler {
  return forOffer(desk, (call, account) => {
    const { loanAmount = decimal(account.balance), tenor } = call.body as PlanRequest
    const wish = readWish(desk, call, { account, amount: loanAmount, tenor })
    if ('status' in wish) return refuse(call, wish)
    const today = dayOf(call.now)
    const { id } = desk.bank.loans.book(account, { kind: 'EASY_PAYMENT_PLAN', ...wish }, today)
    return showPlan(desk, call, { account, id, ...wish })
  })
}

interface BookedPlan {
  readonly account: Account
  readonly id: string
  readonly principal: number
  readonly tenor: number
}

function showPlan(desk: Desk, call: ResourceCall, { account, id, principal, tenor }: BookedPlan): Answer {
  const today = dayOf(call.now)
  const { rate } = termsOf(tenor, account.currency)
  const [first] = scheduleOf({ principal, tenor, rate, bookedOn: today })
  const state = {
    loanReferenceId: id,
    installmentAmount: decimal(first?.amount ?? 0),
    principalAmount: decimal(first?.principal ?? 0),
    installmentInterestAmount: decimal(first?.interest ?? 0),
    initialInterestAmount: decimal(first?.interest ?? 0),
    statementUnpaidBalanceAmount: decimal(account.balance),
    statementMinimumDueBalanceAmount: decimal(share(account.balance, 500)),
    statementPaymentDueDate: addDays(today, 20),
  }
  return json(200, desk.write(call.operation, state))
}
