import type { Account } from '../bank/accounts.ts'
import { foreignAmount, foreignCurrencyOf, foreignRateOf } from '../bank/currencies.ts'
import { addDays, addMonths } from '../bank/days.ts'
import { decimal, share } from '../bank/money.ts'
import type { Desk } from './desk.ts'
import { holdingFields } from './holding-fields.ts'

/** What a body shows of an account, by the name of the field; each document takes the fields that it knows. */
export type AccountFields = Readonly<Record<string, unknown>>

const described = new WeakMap<Account, { readonly today: string; readonly fields: AccountFields }>()

/** Describes an account on a day in the words of both account families. */
export function accountFields({ bank }: Desk, account: Account, today: string): AccountFields {
  const last = described.get(account)
  if (last?.today === today) return last.fields
  const [statement] = bank.statementsOf(account, today)
  const fields = {
    ...identityFields(account),
    ...balanceFields(account),
    ...dateFields(account, today),
    ...depositFields(account),
    ...holdingFields(account, today),
    lastStatementBalance: decimal(statement?.closing ?? 0),
  }
  described.set(account, { today, fields })
  return fields
}

function identityFields({ id, product, displayNumber, currency }: Account): AccountFields {
  return {
    accountId: id,
    productName: product.name,
    productCode: product.code,
    accountNickname: product.nickname,
    accountDescription: `${product.name} - ${displayNumber.slice(-4)}`,
    displayAccountNumber: displayNumber,
    currencyCode: currency,
    accountStatus: 'ACTIVE',
    accountClassification: product.classification,
    balanceType: product.classification,
    cardHolderType: 'PRIMARY',
    relationship: { relationshipName: 'Individual holding', relationshipType: 'SOLE_OWNER' },
  }
}

function balanceFields(account: Account): AccountFields {
  const { balance, held, principal } = account
  const due = share(balance, 500)
  const cash = share(principal, 2_500)
  return {
    ...all(balance, [
      'currentBalance',
      'outstandingBalance',
      'currentBalanceAmount',
      'creditUsed',
      'accountValue',
    ]),
    ...all(balance, ['currentPrincipalAmount']),
    ...all(balance - held, ['availableBalance']),
    ...all(held, ['holdAmount']),
    ...all(principal, ['creditLimit', 'originalPrincipalAmount', 'purchaseSpendLimitAmount']),
    ...all(principal - balance, ['availableCredit', 'creditAvailableAmount', 'remainingPurchaseSpendAmount']),
    ...all(principal - balance, ['paidPrincipalAmount']),
    ...all(cash, ['cashAdvanceLimit', 'cashAdvanceAvailableAmount']),
    ...all(due, ['minimumDueAmount', 'paymentDueAmount', 'nextPaymentAmount', 'installmentAmount']),
    ...all(due, ['lastPaymentAmount']),
    ...all(share(balance, 1_500), ['ctdPurchaseBalanceAmount']),
    ...all(0, ['floatAmount', 'pastDueAmount', 'lateChargeAmount', 'alternateCurrencyCurrentBalance']),
    ...all(share(balance, 45), ['interestAmount', 'totalInterestAmount']),
  }
}

function all(minorUnits: number, names: readonly string[]): AccountFields {
  return Object.fromEntries(names.map((name) => [name, decimal(minorUnits)]))
}

function dateFields({ openedOn }: Account, today: string): AccountFields {
  const nextDue = addMonths(`${today.slice(0, 8)}18`, 1)
  return {
    openingDate: openedOn,
    lastStatementDate: addDays(`${today.slice(0, 8)}01`, -1),
    paymentDueDate: nextDue,
    nextPaymentDate: nextDue,
    lastPaymentDate: addMonths(nextDue, -2),
    lastInterestPaymentDate: addMonths(nextDue, -2),
    nextInterestPaymentDate: nextDue,
    maturityDate: addMonths(nextDue, 8),
    expiryDate: addDays(addMonths(nextDue, 8), -4),
    asOfDateTime: addDays(today, -1),
  }
}

/** A deposit pays its interest at the end: principal, interest and what comes out add up. */
function depositFields({ balance, principal, currency, displayNumber }: Account): AccountFields {
  const interest = share(principal, 280)
  const foreign = foreignAmount(principal, currency)
  const foreignInterest = foreignAmount(interest, currency)
  return {
    baseCurrencyCode: currency,
    alternateCurrencyCode: foreignCurrencyOf(currency),
    alternateCurrency: foreignCurrencyOf(currency),
    strikePrice: foreignRateOf(currency),
    ...all(principal, ['baseCurrencyPrincipalAmount']),
    ...all(interest, ['baseCurrencyInterestAmount', 'maturityInterestAmount']),
    ...all(principal + interest, ['baseCurrencyMaturityAmount']),
    ...all(foreign, ['alternateCurrencyPrincipalAmount']),
    ...all(foreignInterest, ['alternateCurrencyInterestAmount']),
    ...all(foreign + foreignInterest, ['alternateCurrencyMaturityAmount']),
    ...all(share(principal, 90), ['baseCurrencyPremiumAmount']),
    ...all(share(balance, 70), ['interestAmountDue', 'lastInterestPaymentAmount']),
    baseCurrencyDisposalAccount: displayNumber,
    alternateCurrencyDisposalAccount: displayNumber,
  }
}
