import { type Answer, empty, type Handler, json, type ResourceCall } from '../../answer.ts'
import { addDays, dayOf } from '../../bank/days.ts'
import { rangeOf } from '../../bank/loan-terms.ts'
import { minorUnitsOf } from '../../bank/money.ts'
import type { TopUp, TopUpStage } from '../../bank/top-ups.ts'
import type { Desk } from '../desk.ts'
import { refuseOthers } from '../objects.ts'
import { invalid, notFound, refuse, type Refusal } from '../refusal.ts'
import { lendingAccounts, notAllowed, notEligible } from './lending.ts'
import { decisionFields, monthsOf } from './top-up-fields.ts'

/** Begins an application for a top-up of the account that the body names, or of the customer's first. */
export function applyForLoanTopUp(desk: Desk): Handler {
  return (call) => {
    const refused = refuseOthers(desk, call)
    if (refused !== undefined) return refused
    const { accountId, requestedLoanAmount } = call.body as {
      accountId?: string
      requestedLoanAmount?: number
    }
    const own = lendingAccounts(desk, call)
    const account = own.find(({ id }) => id === accountId) ?? own[0]
    if (account === undefined) return refuse(call, notEligible)
    const amount =
      requestedLoanAmount === undefined ? rangeOf(account).least : minorUnitsOf(requestedLoanAmount)
    if (amount === undefined) return refuse(call, invalid('requestedLoanAmount'))
    const { market, username = '' } = call
    const { id } = desk.bank.topUps.begin({ market: market.id, username, accountId: account.id, amount })
    return json(200, desk.write(call.operation, { applicationId: id }))
  }
}

/** Looks at income and purpose. */
export function screenLoanTopUp(desk: Desk): Handler {
  return atStage(desk, 'PRESCREENING', (call, application) => {
    application.stage = 'BACKGROUND_SCREENING'
    return json(200, desk.write(call.operation, { applicationStage: application.stage }))
  })
}

/** Approves in principle what was screened. */
export function approveLoanTopUp(desk: Desk): Handler {
  return atStage(desk, 'BACKGROUND_SCREENING', (call, application) => {
    application.stage = 'IN_PRINCIPLE_APPROVAL'
    const today = dayOf(call.now)
    const account = desk.bank.findAccount(call.market, application.accountId)
    const requestedLoanTopupDecision =
      account === undefined ? undefined : decisionFields(account, application.amount, today)
    return json(
      200,
      desk.write(call.operation, {
        applicationStage: application.stage,
        ipaExpiryDate: addDays(today, 30),
        requestedLoanTopupDecision,
      }),
    )
  })
}

/** Submits what the customer accepts: the loan is booked. */
export function acceptLoanTopUp(desk: Desk): Handler {
  return atStage(desk, 'IN_PRINCIPLE_APPROVAL', (call, application) => {
    const { loanTopupAmount, tenor } = call.body as { loanTopupAmount: number; tenor: string }
    const principal = minorUnitsOf(loanTopupAmount)
    const months = monthsOf(tenor)
    if (principal === undefined) return refuse(call, invalid('loanTopupAmount'))
    if (months === undefined) return refuse(call, invalid('tenor'))
    const account = desk.bank.findAccount(call.market, application.accountId)
    if (account === undefined || principal > application.amount) return refuse(call, notAllowed)
    application.stage = 'SUBMITTED'
    desk.bank.loans.book(account, { kind: 'TOP_UP', principal, tenor: months }, dayOf(call.now))
    return empty(200)
  })
}

/** Serves calls whose path names an application that has come to a stage. */
function atStage(
  desk: Desk,
  stage: TopUpStage,
  serve: (call: ResourceCall, application: TopUp) => Answer,
): Handler {
  return (call) => {
    const application = findTopUp(desk, call)
    if ('status' in application) return refuse(call, application)
    const isDue = application.stage === stage || !call.behaviour.enforces('top-up.order')
    return isDue ? serve(call, application) : refuse(call, notAllowed)
  }
}

function findTopUp({ bank }: Desk, { params, market, username, behaviour }: ResourceCall): TopUp | Refusal {
  const application = bank.topUps.find(params['applicationId'] ?? '')
  if (application === undefined || application.market !== market.id) return notFound
  if (application.username === username || !behaviour.enforces('object.owner')) return application
  return behaviour.enforces('object.indistinct') ? notFound : { status: 403, code: 'accessNotConfigured' }
}
