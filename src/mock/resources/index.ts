import type { Contract } from '../../contract/types.ts'
import type { Answer, Handler, ResourceCall } from '../answer.ts'
import type { Bank } from '../bank/bank.ts'
import { getAccount } from './account-details.ts'
import { listAccounts } from './account-list.ts'
import { type Makers, openDesk } from './desk.ts'
import { listGettingStartedAccounts } from './getting-started.ts'
import { answerBySample } from './sampled.ts'
import { getStatement, listStatements } from './statements.ts'
import { searchTransactions } from './transaction-search.ts'
import { listTransactions } from './transactions.ts'
import { listUsAccountDetails } from './us-details.ts'
import { getUsRoutingNumber } from './us-routing-number.ts'
import { listUsTransactions } from './us-transactions.ts'

import { accountServicesMakers } from './account-services/index.ts'
import { cardsMakers } from './cards/index.ts'
import { cardAuthorizationMakers } from './card-authorization/index.ts'
import { clientRegistrationMakers } from './client-registration/index.ts'
import { customersMakers } from './customers/index.ts'
import { loansMakers } from './loans/index.ts'
import { moneyMovementMakers } from './money-movement/index.ts'
import { onboardingMakers } from './onboarding/index.ts'
import { partnerPortalMakers } from './partner-portal/index.ts'
import { rewardsMakers } from './rewards/index.ts'
import { taxStatementsMakers } from './tax-statements/index.ts'
import { utilitiesMakers } from './utilities/index.ts'

/** Makers of handlers by operationId; an operation without a line here answers with the sample of its document. */
const makers: Makers = {
  listAccounts,
  getAccount,
  listTransactions,
  searchTransactions,
  listStatements,
  getStatement,
  listUsAccountDetails,
  listUsTransactions,
  getUsRoutingNumber,
  listGettingStartedAccounts,
  ...accountServicesMakers,
  ...cardsMakers,
  ...cardAuthorizationMakers,
  ...clientRegistrationMakers,
  ...customersMakers,
  ...loansMakers,
  ...moneyMovementMakers,
  ...onboardingMakers,
  ...partnerPortalMakers,
  ...rewardsMakers,
  ...taxStatementsMakers,
  ...utilitiesMakers,
}

/** What the handlers need: the documents, the folder of the derived schemas and the books of the bank. */
export interface HandlerParts {
  readonly contract: Contract
  readonly schemasDirectory: string
  readonly bank: Bank
}

/** The handlers of every resource operation. */
export interface Handlers {
  /** Those with state of their own, by operationId. */
  readonly byId: Readonly<Record<string, Handler>>
  /** Serves every other operation; the status is that of its first documented success unless given. */
  bySample(call: ResourceCall, status?: number): Answer
}

/** Makes the handlers. Schemas are read on first use. */
export function createHandlers(parts: HandlerParts): Handlers {
  const desk = openDesk(parts)
  return {
    byId: Object.fromEntries(Object.entries(makers).map(([id, make]) => [id, make(desk)])),
    bySample: (call, status) => answerBySample(desk, call, status),
  }
}
