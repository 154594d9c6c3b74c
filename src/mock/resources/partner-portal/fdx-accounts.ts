import { type Handler, json } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import { decimal } from '../../bank/money.ts'
import type { ProductKind } from '../../bank/products.ts'
import { ownAccounts } from '../account-lookup.ts'
import type { Desk } from '../desk.ts'

/** The category and type under which the standard knows a product. */
const kinds: Readonly<Record<ProductKind, readonly [category: string, type: string]>> = {
  checking: ['DEPOSIT_ACCOUNT', 'CHECKING'],
  savings: ['DEPOSIT_ACCOUNT', 'SAVINGS'],
  callDeposit: ['DEPOSIT_ACCOUNT', 'MONEYMARKET'],
  premiumDeposit: ['DEPOSIT_ACCOUNT', 'CD'],
  timeDeposit: ['DEPOSIT_ACCOUNT', 'CD'],
  mutualFund: ['INVESTMENT_ACCOUNT', 'TAXABLE'],
  securitiesBrokerage: ['INVESTMENT_ACCOUNT', 'BROKERAGEPRODUCT'],
  creditCard: ['LOC_ACCOUNT', 'CREDITCARD'],
  readyCredit: ['LOC_ACCOUNT', 'LINEOFCREDIT'],
  loan: ['LOAN_ACCOUNT', 'INSTALLMENT'],
}

/** Lists the accounts of the customer in the words of the standard. */
export function listFdxAccounts(desk: Desk): Handler {
  return (call) => {
    const accounts = ownAccounts(desk, call)
    const body = {
      page: { totalElements: accounts.length },
      accounts: accounts.map((account) => fieldsOf(account, call.now)),
    }
    return json(200, desk.write(call.operation, body))
  }
}

function fieldsOf({ id, product, displayNumber, currency, balance, held }: Account, now: Date): object {
  const [accountCategory, accountType] = kinds[product.kind]
  return {
    accountCategory,
    accountType,
    accountId: id,
    accountNumberDisplay: displayNumber,
    productName: product.name,
    nickname: product.nickname,
    status: 'OPEN',
    currency: { currencyCode: currency },
    balanceAsOf: now.toISOString(),
    currentBalance: decimal(balance),
    availableBalance: decimal(balance - held),
  }
}
