import type { ResourceCall } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import { destinations, isIban, otherBanks } from '../../bank/payments/banks.ts'
import type { Taker } from '../../bank/payments/order.ts'
import type { PayeeKind, Rail } from '../../bank/payments/rails.ts'
import { accountTaker, payeeTaker } from '../../bank/payments/takers.ts'
import type { Desk } from '../desk.ts'
import { invalid, type Refusal } from '../refusal.ts'
import { linkedAccount } from './linked-account.ts'
import { findPayee } from './payees.ts'
import { canGiveTo, takersOf } from './source-fields.ts'
import type { PayeeAccountDetails, TransferBody } from './transfer-body.ts'

/** What is known when the taker of a transfer is read. */
export interface Asked {
  readonly desk: Desk
  readonly call: ResourceCall
  readonly body: TransferBody
  readonly source: Account
}

/** Reads who takes the money of a transfer, or says what is wrong. */
export type ReadTaker = (asked: Asked) => Taker | Refusal

/** The customer's own account that the body names. */
export const ownAccountTaker: ReadTaker = ({ desk, call, body, source }) => {
  const account = takersOf(desk, call).find(({ id }) => id === body.destinationAccountId)
  if (account === undefined) return invalid('destinationAccountId')
  const isRight = canGiveTo(source, account) || !call.behaviour.enforces('transfer.same-account')
  return isRight ? accountTaker(account) : invalid('destinationAccountId')
}

/** The linked account that the body names. */
export const linkedTaker: ReadTaker = ({ call, body }) => {
  const { id, ...taker } = linkedAccount(call)
  return id === body.destinationAccountId ? taker : invalid('destinationAccountId')
}

/** The payee that the body names, of the kinds that a rail pays. */
export function keptPayee(...kinds: readonly PayeeKind[]): ReadTaker {
  return ({ desk, call, body }) => {
    const payee = findPayee(desk, call, body.payeeId ?? '')
    if ('status' in payee) return payee
    if (!kinds.includes(payee.kind)) return invalid('payeeId')
    if (!payee.active && call.behaviour.enforces('payee.active')) return businessRefused
    return payeeTaker(payee)
  }
}

/** A rule of the business that stands against a transfer. */
export const businessRefused: Refusal = { status: 422, code: 'businessValidationsFailed' }

/** The account that the body describes; it is not kept. */
export function describedTaker(rail: Rail): ReadTaker {
  return (asked) => {
    const taker = readDetails(rail, asked.call, asked.body.payeeAccountDetails)
    return 'status' in taker || rail !== 'internal' ? taker : atThisBank(asked, taker)
  }
}

/** An account number of this bank leads to its account, where the sandbox keeps it. */
function atThisBank({ desk, call, body }: Asked, taker: Taker): Taker {
  const number = body.payeeAccountDetails?.payeeAccountNumber ?? ''
  return { ...taker, accountId: desk.bank.findByNumber(call.market, number)?.id }
}

/** The same, to be kept as a payee once the money has moved. */
export function newPayee(kind: PayeeKind): ReadTaker {
  return (asked) => {
    const { body } = asked
    const taker = describedTaker(kind === 'internal' ? 'internal' : 'external')(asked)
    if ('status' in taker) return taker
    const { name, displayNumber, currency, accountId } = taker
    const nickname = body.payeeAccountDetails?.payeeNickName ?? name
    const bank = kind === 'internal' ? undefined : { ...otherBanks.domestic, currency }
    const notes = 'Added with a transfer'
    const payee = { kind, name, nickname, notes, currency, active: true, displayNumber, accountId, bank }
    return { ...taker, keep: payee }
  }
}

const plain = /^[A-Z0-9]{4,34}$/

/** Reads an account that a body describes. */
export function readDetails(
  rail: Rail,
  call: ResourceCall,
  details: PayeeAccountDetails | undefined,
): Taker | Refusal {
  const number = details?.payeeAccountNumber ?? ''
  const needsIban = rail === 'sepa' || details?.accountIbanFlag === true
  const isNumber = needsIban && call.behaviour.enforces('transfer.iban') ? isIban(number) : plain.test(number)
  if (!isNumber) return invalid('payeeAccountNumber')
  const currency = currencyOf(rail, call, details)
  if (currency === undefined) return invalid(rail === 'wire' ? 'payeeCurrencyCode' : 'payeeCountryName')
  return {
    name: details?.payeeName ?? 'Account holder',
    displayNumber: `XXXXXX${number.slice(-4)}`,
    currency,
  }
}

function currencyOf(
  rail: Rail,
  { market }: ResourceCall,
  details: PayeeAccountDetails | undefined,
): string | undefined {
  if (rail === 'sepa') return 'EUR'
  const { payeeCurrencyCode = 'USD', payeeCountryName } = details ?? {}
  if (rail === 'wire') return destinations.find(({ currency }) => currency === payeeCurrencyCode)?.currency
  if (rail !== 'global') return market.currency
  return destinations.find(({ name }) => name === payeeCountryName)?.currency
}
