import type { Makers } from '../desk.ts'
import { getBillDetails, getBillMerchant, listBillMerchants } from './bills.ts'
import { confirm, getTransfersStatus, submit } from './bundles.ts'
import { listDestinationCountries } from './countries.ts'
import {
  listAccountsFor,
  listBulkPaymentAccounts,
  listPayeeSourceAccounts,
  listPersonalTransferAccounts,
  listProxyTransferAccounts,
} from './eligibility.ts'
import { execute } from './execute.ts'
import { quotedKinds } from './kinds.ts'
import { getPayee, listPayees } from './payees.ts'
import { preprocess } from './preprocess.ts'
import { changeWith, preprocessRepeatingPaymentChange } from './repeating-change.ts'
import { deleteRepeatingPayment, listRepeatingPayments } from './repeating.ts'

const quotes = Object.fromEntries(Object.entries(quotedKinds).map(([id, kind]) => [id, preprocess(kind)]))

/** Handlers of the documents on money movement, bills, international transfers and payment initiation. */
export const moneyMovementMakers: Makers = {
  ...quotes,
  listPayees,
  getPayee,
  getPayeeDetails: getPayee,
  listPayeeSourceAccounts,
  listPersonalTransferAccounts,
  listInternalTransferAccounts: listAccountsFor('internal'),
  listExternalTransferAccounts: listAccountsFor('external'),
  listProxyTransferAccounts,
  listBillPaymentAccounts: listAccountsFor('bill'),
  listGlobalTransferAccounts: listAccountsFor('global'),
  listWireTransferAccounts: listAccountsFor('wire'),
  listSepaTransferAccounts: listAccountsFor('sepa'),
  listBulkPaymentAccounts,
  listDestinationCountries,
  listBillMerchants,
  getBillMerchant,
  getBillDetails,
  executePersonalTransfer: execute('personal'),
  confirmPersonalTransfer: execute('personal'),
  executeInternalTransfer: execute('internal'),
  confirmInternalTransfer: execute('internal'),
  executeExternalTransfer: execute('external'),
  confirmExternalTransfer: execute('external'),
  executeProxyTransfer: execute('proxy'),
  confirmProxyTransfer: execute('proxy'),
  executeBillPayment: execute('bill'),
  executeGlobalTransfer: execute('global'),
  executeWireTransfer: execute('wire'),
  executeSepaTransfer: execute('sepa'),
  submitTransfers: submit('bundle'),
  confirmTransfers: confirm('bundle'),
  submitAdhocTransfers: submit('adhoc bundle'),
  confirmAdhocTransfers: confirm('adhoc bundle'),
  getTransfersStatus,
  listRepeatingPayments,
  preprocessRepeatingPaymentChange,
  changeRepeatingPayment: changeWith('nothing'),
  confirmRepeatingPaymentChange: changeWith('the payment'),
  deleteRepeatingPayment,
}
