import { proxyTaker } from './proxies.ts'
import type { Kind } from './orders.ts'
import { describedTaker, keptPayee, linkedTaker, newPayee, ownAccountTaker } from './takers.ts'

/** The transfers that can be quoted, by the operation that quotes them. */
export const quotedKinds: Readonly<Record<string, Kind>> = {
  preprocessPersonalTransfer: { rail: 'personal', readTaker: ownAccountTaker, method: 'BOOK_TRANSFER' },
  preprocessInternalTransfer: {
    rail: 'internal',
    readTaker: keptPayee('internal'),
    method: 'BOOK_TRANSFER',
  },
  preprocessAdhocInternalTransfer: {
    rail: 'internal',
    readTaker: describedTaker('internal'),
    method: 'BOOK_TRANSFER',
  },
  preprocessInternalTransferToNewPayee: {
    rail: 'internal',
    readTaker: newPayee('internal'),
    method: 'BOOK_TRANSFER',
  },
  preprocessExternalTransferToPayee: {
    rail: 'external',
    readTaker: keptPayee('external', 'interbank'),
    method: 'GIRO',
  },
  preprocessExternalTransfer: { rail: 'external', readTaker: linkedTaker, method: 'GIRO' },
  preprocessAdhocExternalTransfer: {
    rail: 'external',
    readTaker: describedTaker('external'),
    method: 'GIRO',
  },
  preprocessExternalTransferToNewPayee: {
    rail: 'external',
    readTaker: newPayee('external'),
    method: 'GIRO',
  },
  preprocessProxyTransfer: {
    rail: 'proxy',
    readTaker: ({ call, body }) => proxyTaker(call, body),
    method: 'GIRO',
  },
  preprocessProxyTransferToNewPayee: {
    rail: 'proxy',
    readTaker: ({ call, body }) => proxyTaker(call, body),
    method: 'GIRO',
  },
  preprocessBillPayment: { rail: 'bill', readTaker: keptPayee('bill'), method: 'GIRO' },
  preprocessAdhocBillPayment: { rail: 'bill', readTaker: keptPayee('bill'), method: 'GIRO' },
  preprocessGlobalTransfer: { rail: 'global', readTaker: keptPayee('global'), method: 'BOOK_TRANSFER' },
  preprocessAdhocGlobalTransfer: {
    rail: 'global',
    readTaker: describedTaker('global'),
    method: 'BOOK_TRANSFER',
  },
  preprocessWireTransfer: { rail: 'wire', readTaker: keptPayee('wire'), method: 'WIRE' },
  preprocessAdhocWireTransfer: { rail: 'wire', readTaker: describedTaker('wire'), method: 'WIRE' },
  preprocessSepaTransfer: { rail: 'sepa', readTaker: keptPayee('sepa'), method: 'SEPA_CREDIT' },
  preprocessAdhocSepaTransfer: { rail: 'sepa', readTaker: describedTaker('sepa'), method: 'SEPA_CREDIT' },
}
