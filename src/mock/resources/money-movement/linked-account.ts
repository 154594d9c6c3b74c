import type { ResourceCall } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import { otherBanks } from '../../bank/payments/banks.ts'
import type { Taker } from '../../bank/payments/order.ts'
import { opaqueId, seeded } from '../../bank/seeded.ts'
import { sourceKeys } from './source-fields.ts'

/** The customer's own account at another bank, which they have linked. */
export function linkedAccount({ market, username = '' }: ResourceCall): Taker & { readonly id: string } {
  const seed = `${market.id}/${username}/linked`
  const { name, code } = otherBanks.domestic
  return {
    id: opaqueId(seed, 88),
    name: 'Own account elsewhere',
    displayNumber: `XXXXXX${seeded(seed).integer(1000, 9999)}`,
    currency: market.currency,
    bankCode: code,
    bankName: name,
  }
}

/** Describes the linked account among those that can take money. */
export function linkedAccountFields(call: ResourceCall, sources: readonly Account[]): object {
  const { id, displayNumber, currency, name } = linkedAccount(call)
  return {
    destinationAccountId: id,
    displayDestinationAccountNumber: displayNumber,
    destinationAccountCurrencyCode: currency,
    productName: 'Account at Harbour Building Society',
    accountNickName: name,
    availableBalance: undefined,
    nextPaymentAmount: undefined,
    outstandingBalance: undefined,
    minimumDueAmount: undefined,
    lastStatementDate: undefined,
    paymentDueDate: undefined,
    sourceAccountIds: sourceKeys(sources),
  }
}
