import { listAccounts } from '../account-list.ts'
import type { Makers } from '../desk.ts'
import { listTransactions } from '../transactions.ts'
import { listUsAccountDetails } from '../us-details.ts'
import { getUsRoutingNumber } from '../us-routing-number.ts'
import { listUsTransactions } from '../us-transactions.ts'
import { createAccountAccessCode } from './access-code.ts'
import { retrieveClearAccountNumbers } from './clear-data.ts'
import { closeAccount, getClosureBalances } from './closure.ts'
import { listAccountConsents, updateAccountConsents } from './consents.ts'
import { checkFunds } from './funds.ts'
import { confirmTransactionDetails } from './transaction-confirmation.ts'
import { getTransactionDetails } from './transaction-details.ts'
import { getTransactionDocument } from './transaction-documents.ts'

/** Handlers of specs/account-services.yaml, and of the calls of specs/accounts.yaml that partners make. */
export const accountServicesMakers: Makers = {
  listPartnerAccounts: listAccounts,
  listRecentTransactions: listTransactions,
  confirmTransactionDetails,
  listPartnerUsAccountDetails: listUsAccountDetails,
  listPartnerUsTransactions: listUsTransactions,
  getPartnerUsRoutingNumber: getUsRoutingNumber,
  createAccountAccessCode,
  retrieveClearAccountNumbers,
  closeAccount,
  getClosureBalances,
  listAccountConsents,
  updateAccountConsents,
  checkFunds,
  getTransactionDetails,
  getTransactionDocument,
}
