import { type Answer, type Handler, json, type ResourceCall } from '../../answer.ts'
import { billerOf } from '../../bank/payments/billers.ts'
import type { Payee } from '../../bank/payments/payees.ts'
import { isReferenceValue } from '../../bank/payments/references.ts'
import { type PayeeKind, paymentTypes } from '../../bank/payments/rails.ts'
import type { Desk } from '../desk.ts'
import { cutPage, readPage } from '../page.ts'
import { notFound, type Refusal, refuse } from '../refusal.ts'
import { accountKey, addressFields, listedPayeeFields, statusOf } from './payee-fields.ts'

/** Lists the payees of the customer, or those of one kind of payment. */
export function listPayees(desk: Desk): Handler {
  return (call) => {
    const payees = payeesOfType(desk, call)
    if ('status' in payees) return refuse(call, payees)
    const page = readPage(call)
    if ('status' in page) return refuse(call, page)
    if (payees.length === 0) return refuse(call, notFound)
    const { items, nextStartIndex } = cutPage(payees, page, call)
    return json(200, desk.write(call.operation, { payeeList: items.map(listedPayeeFields), nextStartIndex }))
  }
}

/** Shows a payee under the name of its kind. */
export function getPayee(desk: Desk): Handler {
  return (call) => {
    const payee = payeeOfPath(desk, call)
    return 'status' in payee ? refuse(call, payee) : showPayee(desk, call, payee)
  }
}

/** Lists the payees of the customer who consented. */
export function ownPayees({ bank }: Desk, { market, username }: ResourceCall): readonly Payee[] {
  return bank.payments.payees.of(market, username ?? '')
}

/** Narrows the payees of the customer to the kind of payment that the query names. */
export function payeesOfType(desk: Desk, call: ResourceCall): readonly Payee[] | Refusal {
  const { paymentType = 'ALL' } = call.query
  const isKnown = isReferenceValue('paymentType', paymentType)
  if (!isKnown && call.behaviour.enforces('transfer.reference-data'))
    return {
      status: 400,
      code: 'invalidRequest',
      location: 'paymentType',
      field: "/APIProcessInput/QueryParams/Param[Name='paymentType']/Value",
    }
  const isWanted = ({ kind }: Payee) => paymentType === 'ALL' || paymentTypes[kind] === paymentType
  return ownPayees(desk, call).filter(isWanted)
}

/** Finds the payee that the path names; one of somebody else is as good as missing. */
export function payeeOfPath(desk: Desk, call: ResourceCall): Payee | Refusal {
  const id = call.params['payeeId'] ?? ''
  const { behaviour, market } = call
  const own = ownPayees(desk, call)
  const payee = desk.bank.payments.payees.find(market, id)
  if (payee === undefined) return (behaviour.enforces('object.exists') ? undefined : own[0]) ?? notFound
  if (own.includes(payee) || !behaviour.enforces('object.owner')) return payee
  return behaviour.enforces('object.indistinct') ? notFound : { status: 403, code: 'accessNotConfigured' }
}

/** Finds whom a transfer is to pay, among the payees of the customer. */
export function findPayee(desk: Desk, call: ResourceCall, id: string): Payee | Refusal {
  const own = ownPayees(desk, call).find((payee) => payee.id === id)
  if (own !== undefined) return own
  const anyones = desk.bank.payments.payees.find(call.market, id)
  return (call.behaviour.enforces('payee.owner') ? undefined : anyones) ?? notFound
}

const names: Readonly<Record<PayeeKind, string>> = {
  internal: 'internalDomesticPayee',
  external: 'externalDomesticPayee',
  bill: 'billPaymentPayee',
  interbank: 'ibbsPayee',
  global: 'citiGlobalTransferpayee',
  wire: 'crossBorderWireTransfersPayee',
  sepa: 'sepaTransferPayee',
}

function showPayee(desk: Desk, call: ResourceCall, payee: Payee): Answer {
  const shown = Object.fromEntries(
    Object.entries(names).map(([kind, name]) => [name, kind === payee.kind ? payeeFields(payee) : undefined]),
  )
  return json(200, desk.write(call.operation, shown))
}

function payeeFields(payee: Payee): object {
  const { name, nickname, notes, currency, bank } = payee
  const isCard = payee.displayNumber.length > 10
  return {
    payeeName: name,
    payeeNickName: nickname,
    payeeNotes: notes,
    currencyCode: currency,
    payeeStatus: statusOf(payee),
    displayAccountNumber: isCard ? undefined : payee.displayNumber,
    accountId: isCard ? undefined : accountKey(payee),
    displayCardNumber: isCard ? payee.displayNumber : undefined,
    cardId: isCard ? accountKey(payee) : undefined,
    beneficiaryBankName: bank?.name,
    beneficiaryBankCode: payee.kind === 'external' || payee.kind === 'interbank' ? bank?.code : bank?.bic,
    payeeCountryCode: bank?.country ?? 'US',
    payeeAddress: addressFields(payee),
    bankAddress: { addressLine1: bank?.street, addressLine2: bank?.floor, addressLine3: bank?.city },
    ...(payee.isTaxOffice === true || payee.kind !== 'external' ? {} : withoutTaxes),
    ...merchantFields(payee),
  }
}

const withoutTaxes = {
  beneficiaryIndividualTaxNumber: undefined,
  beneficiaryTaxRegistrationCode: undefined,
  taxDeclarationype: undefined,
  taxYear: undefined,
  taxPeriod: undefined,
  idType: undefined,
  idNumber: undefined,
  utilityBillPaymentIndicator: 'NO',
}

function merchantFields({ bill }: Payee): object {
  const biller = billerOf(bill?.merchant)
  if (biller === undefined) return {}
  const [, merchantCustomerRelationshipType] = biller.asksFor
  return {
    merchantName: biller.name,
    merchantNameLocal: biller.name,
    merchantNumber: biller.number,
    merchantInformation: [{ merchantCustomerRelationshipType, billReferenceNumber: bill?.reference }],
  }
}
