import { type Handler, json, type ResourceCall } from '../../answer.ts'
import { dayOf } from '../../bank/days.ts'
import type { Loan, LoanKind } from '../../bank/loans.ts'
import type { Guard } from '../../guards.ts'
import type { Account } from '../../bank/accounts.ts'
import { accountOfPath } from '../account-lookup.ts'
import type { Desk } from '../desk.ts'
import { cutPage, readPage } from '../page.ts'
import { invalid, refuse, type Refusal } from '../refusal.ts'

const values = {
  loanStatus: ['ACTIVE', 'CLOSED'],
  offerType: ['LOAN_ON_PHONE', 'BALANCE_TRANSFER', 'EASY_PAYMENT_PLAN', 'CONSOLIDATION', 'TOP_UP'],
  offerIndicator: ['RATE_BASED', 'FEE_BASED'],
} as const

/** Lists the running loans of an account, the newest first; partners choose state and kind. */
export function listLoans(desk: Desk): Handler {
  return (call) => {
    const account = accountOfPath(desk, call)
    if ('status' in account) return refuse(call, account)
    const page = readPage(call)
    if ('status' in page) return refuse(call, page)
    const loans = selectLoans(desk, call, account)
    if ('status' in loans) return refuse(call, loans)
    const { items, nextStartIndex } = cutPage(loans, page, call)
    const state = { loans: items.map(({ id }) => ({ loanReferenceId: id })), nextStartIndex }
    return json(200, desk.write(call.operation, state))
  }
}

function selectLoans({ bank }: Desk, call: ResourceCall, account: Account): readonly Loan[] | Refusal {
  const { loanStatus = 'ACTIVE', offerType, offerIndicator = 'RATE_BASED' } = call.query
  const wrong = Object.entries(values).find(([name, known]) => !isKnown(known, call.query[name]))
  if (wrong !== undefined && call.behaviour.enforces('parameter.valid')) return invalid(wrong[0])
  const today = dayOf(call.now)
  return bank.loans
    .loansOf(account, today)
    .filter((loan) => bank.loans.isRunning(loan, today) === (loanStatus === 'ACTIVE'))
    .filter(({ kind }) => offerType === undefined || kind === offerType)
    .filter(({ bookedOn, kind }) => bookedOn < today || isListed(call, kind))
    .filter(() => offerIndicator === 'RATE_BASED')
}

/** Rules that a defect can drop: new loans of a kind stand in the list. */
const listed: Readonly<Partial<Record<LoanKind, Guard>>> = {
  LOAN_ON_PHONE: 'loan.listed',
  BALANCE_TRANSFER: 'loan.transfer-listed',
  TOP_UP: 'top-up.listed',
}

function isListed({ behaviour }: ResourceCall, kind: LoanKind): boolean {
  const guard = listed[kind]
  return guard === undefined || behaviour.enforces(guard)
}

function isKnown(known: readonly string[], value: string | undefined): boolean {
  return value === undefined || known.includes(value)
}
