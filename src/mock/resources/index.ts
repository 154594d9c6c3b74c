import type { Handler } from '../answer.ts'
import type { Bank } from '../bank/bank.ts'
import { getAccount } from './account-details.ts'
import { listAccounts } from './account-list.ts'
import { type Desk, openDesk } from './desk.ts'
import { updateEmails } from './emails.ts'
import { listGettingStartedAccounts } from './getting-started.ts'
import { getProfile, getUsProfile } from './profiles.ts'
import { getStatement, listStatements } from './statements.ts'
import { searchTransactions } from './transaction-search.ts'
import { listTransactions } from './transactions.ts'
import { listUsAccountDetails } from './us-details.ts'
import { getUsRoutingNumber } from './us-routing-number.ts'
import { listUsTransactions } from './us-transactions.ts'

/** Makers of handlers by operationId: an operation of a document is served when it has a line here. */
const makers: Readonly<Record<string, (desk: Desk) => Handler>> = {
  listAccounts,
  getAccount,
  listTransactions,
  searchTransactions,
  listStatements,
  getStatement,
  listUsAccountDetails,
  listUsTransactions,
  getUsRoutingNumber,
  getCustomerProfile: getProfile,
  getBasicProfile: getProfile,
  getPartnerProfile: getProfile,
  getUsCustomerProfile: getUsProfile,
  listCustomerAddresses: getProfile,
  listCustomerEmails: getProfile,
  listCustomerPhoneNumbers: getProfile,
  updateCustomerEmails: updateEmails,
  listGettingStartedAccounts,
}

/** What the handlers need: the folder of the derived schemas and the books of the bank. */
export interface HandlerParts {
  readonly schemasDirectory: string
  readonly bank: Bank
}

/** Makes the handlers of every resource operation, by operationId. Schemas are read on first use. */
export function createHandlers({ schemasDirectory, bank }: HandlerParts): Readonly<Record<string, Handler>> {
  const desk = openDesk(schemasDirectory, bank)
  return Object.fromEntries(Object.entries(makers).map(([id, make]) => [id, make(desk)]))
}
