import { type Handler, json } from '../../answer.ts'
import { addDays, dayOf } from '../../bank/days.ts'
import { localAmount } from '../../bank/currencies.ts'
import { decimal } from '../../bank/money.ts'
import { type Biller, billerOf, billers } from '../../bank/payments/billers.ts'
import type { Payee } from '../../bank/payments/payees.ts'
import { seeded } from '../../bank/seeded.ts'
import type { Desk } from '../desk.ts'
import { notFound, refuse } from '../refusal.ts'
import { payeeOfPath } from './payees.ts'

const categories = [...new Set(billers.map(({ category }) => category))]

/** Lists the merchants by what they sell. */
export function listBillMerchants(desk: Desk): Handler {
  return (call) => {
    const { billerCategoryCode: wanted } = call.query
    const found = categories.filter((category) => wanted === undefined || category === wanted)
    if (found.length === 0) return refuse(call, notFound)
    const merchantInformation = found.map((category) => ({
      billerCategoryCode: category,
      merchants: billers.filter((biller) => biller.category === category).map(merchantFields),
    }))
    return json(200, desk.write(call.operation, { merchantInformation }))
  }
}

/** Tells by which numbers a merchant knows its customers. */
export function getBillMerchant(desk: Desk): Handler {
  return (call) => {
    const known = billerOf(call.params['merchantNumber'])
    const biller = known ?? (call.behaviour.enforces('object.exists') ? undefined : billers[0])
    if (biller === undefined) return refuse(call, notFound)
    const [code, name] = biller.asksFor
    const merchantDetails = [
      { merchantCustomerRelationshipType: name, merchantCustomerRelationshipTypeCode: code },
    ]
    return json(200, desk.write(call.operation, { merchantDetails }))
  }
}

/** Lists the open bills of a payee; a bill that was paid is no longer among them. */
export function getBillDetails(desk: Desk): Handler {
  return (call) => {
    const payee = payeeOfPath(desk, call)
    const biller = 'status' in payee ? undefined : billerOf(payee.bill?.merchant)
    if ('status' in payee) return refuse(call, payee)
    if (biller === undefined) return refuse(call, notFound)
    const paid = call.behaviour.enforces('bill.closed') ? desk.bank.payments.paidTo(payee.id) : 0
    const open = openBills(payee, paid)
    const due = addDays(dayOf(call.now), 12)
    return json(
      200,
      desk.write(call.operation, {
        invoiceNumber: payee.bill?.reference,
        billDetails: open.map(({ number, amount }, index) => ({
          billSequenceNumber: String(number),
          billAmount: decimal(amount),
          billDueDate: addDays(due, index * 30),
        })),
        customerMerchantReferenceDetails: [
          {
            customerMerchantReferenceCode: biller.asksFor[0],
            customerMerchantReferenceDescription: payee.bill?.reference,
          },
        ],
      }),
    )
  }
}

interface OpenBill {
  readonly number: number
  readonly amount: number
}

/** Payments close the oldest bills first, each as soon as it is paid whole. */
function openBills({ id, currency }: Payee, paid: number): readonly OpenBill[] {
  const draw = seeded(`${id}/bills`)
  let left = paid
  return [1, 2, 3]
    .map((number) => ({ number, amount: localAmount(draw.integer(4_000, 12_000), currency) }))
    .filter(({ amount }) => {
      const isPaid = left >= amount
      left -= amount
      return !isPaid
    })
}

function merchantFields({ name, number }: Biller): object {
  return { merchantName: name, merchantNameLocal: name, merchantNumber: number }
}
