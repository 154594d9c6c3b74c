import type { Market } from '../markets/types.ts'
import { operationOf } from './operations.ts'

/** A kind of transfer: the calls that lead to it and make it. */
export interface TransferKind {
  readonly name: string
  /** Lists which account can pay whom. */
  readonly accounts: string
  readonly preprocess: string
  readonly execute: string
}

/** Between accounts of the customer: no password is asked for. */
export const personal: TransferKind = {
  name: 'a transfer between own accounts',
  accounts: 'listPersonalTransferAccounts',
  preprocess: 'preprocessPersonalTransfer',
  execute: 'executePersonalTransfer',
}

/** To somebody else at the bank. */
export const internal: TransferKind = {
  name: 'a transfer within the bank',
  accounts: 'listInternalTransferAccounts',
  preprocess: 'preprocessInternalTransfer',
  execute: 'executeInternalTransfer',
}

/** To another bank in the country. */
export const external: TransferKind = {
  name: 'a transfer to another bank',
  accounts: 'listExternalTransferAccounts',
  preprocess: 'preprocessExternalTransferToPayee',
  execute: 'executeExternalTransfer',
}

/** The payment of a bill. */
export const bill: TransferKind = {
  name: 'the payment of a bill',
  accounts: 'listBillPaymentAccounts',
  preprocess: 'preprocessBillPayment',
  execute: 'executeBillPayment',
}

/** To whoever is registered under a phone number. */
export const proxy: TransferKind = {
  name: 'a transfer to a proxy',
  accounts: 'listProxyTransferAccounts',
  preprocess: 'preprocessProxyTransfer',
  execute: 'executeProxyTransfer',
}

/** To another bank abroad: it costs a fee. */
export const wire: TransferKind = {
  name: 'a wire abroad',
  accounts: 'listWireTransferAccounts',
  preprocess: 'preprocessWireTransfer',
  execute: 'executeWireTransfer',
}

const global: TransferKind = {
  name: 'a transfer to the bank abroad',
  accounts: 'listGlobalTransferAccounts',
  preprocess: 'preprocessGlobalTransfer',
  execute: 'executeGlobalTransfer',
}

const sepa: TransferKind = {
  name: 'a transfer in euro',
  accounts: 'listSepaTransferAccounts',
  preprocess: 'preprocessSepaTransfer',
  execute: 'executeSepaTransfer',
}

/** To another bank, to somebody who is kept as a payee afterwards. */
export const toNewPayee: TransferKind = {
  name: 'a transfer to a new payee',
  accounts: 'listExternalTransferAccounts',
  preprocess: 'preprocessExternalTransferToNewPayee',
  execute: 'executeExternalTransfer',
}

/** In euro, to an account that is not kept. */
export const toIban: TransferKind = { ...sepa, preprocess: 'preprocessAdhocSepaTransfer' }

/** Within the bank, to an account that is not kept. */
export const toAccount: TransferKind = { ...internal, preprocess: 'preprocessAdhocInternalTransfer' }

/** Within the bank, to an account that is kept as a payee afterwards. */
export const toNewAccount: TransferKind = { ...internal, preprocess: 'preprocessInternalTransferToNewPayee' }

/** The kinds of transfer to somebody else that a market offers. */
export function kindsToOthers({ id }: Market): readonly TransferKind[] {
  return [internal, external, bill, proxy, global, wire, sepa].filter(({ execute }) =>
    operationOf(execute).markets.includes(id),
  )
}
