import { type Handler, json, type ResourceCall } from '../../answer.ts'
import { accountOfPath, ownAccounts } from '../account-lookup.ts'
import type { Desk } from '../desk.ts'
import type { PayOut } from './booking.ts'
import { ownIds } from '../objects.ts'
import { refuse } from '../refusal.ts'

/** Where the money of a loan goes, as a booking says it. */
export interface Disbursement {
  readonly disbursementOption: string
  readonly disbursementAccountId?: string
  readonly payeeId?: string
}

/** Lists where the loan of an account can be paid out. */
export function listDisbursementOptions(desk: Desk): Handler {
  return (call) => {
    const account = accountOfPath(desk, call)
    if ('status' in account) return refuse(call, account)
    return json(200, desk.write(call.operation, { disbursementOptions: optionFields(desk, call) }))
  }
}

/** Describes the ways to pay out to a customer; each shows its own places only. */
export function optionFields(desk: Desk, call: ResourceCall): readonly object[] {
  const payees = ownIds(desk, call, 'payeeId').map((payeeId) => ({ payeeId }))
  return [
    option('STANDING_INSTRUCTION', { personalAccountDetails: accountsToPay(desk, call).map(accountFields) }),
    option('PAYEE_ACCOUNT', { payeeAccountDetails: payees }),
    option('BANK_ACCOUNT', { externalBankDetails: {} }),
    option('CHEQUE', { address: {} }),
  ]
}

function option(disbursementOption: string, places: object): object {
  const none = {
    address: undefined,
    externalBankDetails: undefined,
    personalAccountDetails: undefined,
    payeeAccountDetails: undefined,
  }
  return { ...none, disbursementOption, ...places }
}

function accountsToPay(desk: Desk, call: ResourceCall): ReturnType<typeof ownAccounts> {
  return ownAccounts(desk, call).filter(({ product }) => ['checking', 'savings'].includes(product.kind))
}

function accountFields({
  id,
  displayNumber,
  currency,
  product,
}: ReturnType<typeof ownAccounts>[number]): object {
  return {
    accountId: id,
    accountNickName: product.nickname,
    displayAccountNumber: displayNumber,
    currencyCode: currency,
  }
}

/** Finds what is wrong with a destination: a way that the bank has not, or a place that is not the customer's. */
export function wrongDisbursement(desk: Desk, call: ResourceCall, to: Disbursement): string | undefined {
  const { disbursementOption: way, disbursementAccountId: account, payeeId } = to
  const ways = ['STANDING_INSTRUCTION', 'PAYEE_ACCOUNT', 'BANK_ACCOUNT', 'CHEQUE']
  if (!ways.includes(way)) return 'disbursementOption'
  if (way === 'STANDING_INSTRUCTION' && !accountsToPay(desk, call).some(({ id }) => id === account))
    return 'disbursementAccountId'
  return way === 'PAYEE_ACCOUNT' && !ownIds(desk, call, 'payeeId').includes(payeeId ?? '')
    ? 'payeeId'
    : undefined
}

/** Tells whether an account is the customer's. */
export function isOwnAccount(desk: Desk, call: ResourceCall, id: string | undefined): boolean {
  return ownAccounts(desk, call).some((account) => account.id === id)
}

/** Says which own account gets the money; nothing when it leaves the customer. */
export function payOutOf(to: Disbursement, amount: number): { readonly payOut?: PayOut } {
  const { disbursementAccountId: accountId } = to
  return leavesCustomer(to) || accountId === undefined ? {} : { payOut: { accountId, amount } }
}

/** Tells whether the money leaves the accounts of the customer. */
export function leavesCustomer({ disbursementOption }: Disbursement): boolean {
  return disbursementOption !== 'STANDING_INSTRUCTION'
}
