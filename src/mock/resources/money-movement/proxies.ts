import type { ResourceCall } from '../../answer.ts'
import type { Taker } from '../../bank/payments/order.ts'
import { isReferenceValue } from '../../bank/payments/references.ts'
import { invalid, type Refusal } from '../refusal.ts'
import type { TransferBody } from './transfer-body.ts'

/** Refuses a kind of proxy payment that is not among the reference data. */
export function refuseProxyType({ query, behaviour }: ResourceCall): Refusal | undefined {
  const isKnown = isReferenceValue('proxyPaymentType', query['proxyPaymentType'] ?? '')
  if (isKnown || !behaviour.enforces('transfer.reference-data')) return undefined
  return {
    status: 400,
    code: 'invalidRequest',
    location: 'proxyPaymentType',
    field: "/APIProcessInput/QueryParams/Param[Name='proxyPaymentType']/Value",
  }
}

const forms: Readonly<Record<string, RegExp>> = {
  MOBILE_NUMBER: /^\d{8,15}$/,
  EMAIL_ADDRESS: /^[^@\s]+@[^@\s]+$/,
}

/** Reads the taker of a transfer to a proxy: whoever is registered under a phone number or an e-mail address. */
export function proxyTaker(call: ResourceCall, body: TransferBody): Taker | Refusal {
  const { proxyAccountId = '', proxyAccountIdType = '' } = body
  if (forms[proxyAccountIdType]?.test(proxyAccountId) !== true) return invalid('proxyAccountId')
  const name = body.customerName ?? 'Oliver Bennett'
  const taker: Taker = {
    name,
    displayNumber: `XXXXXX${proxyAccountId.slice(-4)}`,
    currency: call.market.currency,
    bankName: body.bankName,
  }
  if (body.payeeEnrollmentFlag !== true) return taker
  const keep = {
    kind: 'external',
    name,
    nickname: body.payeeNickName ?? name,
    notes: 'Added with a transfer',
    currency: taker.currency,
    active: true,
    displayNumber: taker.displayNumber,
  } as const
  return { ...taker, keep }
}
