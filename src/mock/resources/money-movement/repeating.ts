import { type Answer, empty, type Handler, json, type ResourceCall } from '../../answer.ts'
import { decimal } from '../../bank/money.ts'
import type { Order, Schedule } from '../../bank/payments/order.ts'
import { paymentTypes } from '../../bank/payments/rails.ts'
import type { Scheduled } from '../../bank/payments/schedules.ts'
import { customers } from '../../bank/customers.ts'
import type { Desk } from '../desk.ts'
import { cutPage, readPage } from '../page.ts'
import { notFound, type Refusal, refuse } from '../refusal.ts'

/** Lists the payments on a schedule; none is an answer without a body. */
export function listRepeatingPayments(desk: Desk): Handler {
  return (call) => {
    const { paymentType = 'ALL' } = call.query
    const isWanted = ({ order }: Scheduled) =>
      paymentType === 'ALL' || paymentTypes[order.rail] === paymentType
    const all = ownScheduled(desk, call).filter(isWanted)
    const page = readPage(call)
    if ('status' in page) return refuse(call, page)
    if (all.length === 0) return { status: 204, headers: {}, body: undefined }
    const { items, nextStartIndex } = cutPage(all, page, call)
    const standingInstructions = items.map((item) => scheduledFields(desk, call, item))
    return json(200, desk.write(call.operation, { standingInstructions, nextStartIndex }))
  }
}

/** Ends a payment on a schedule. */
export function deleteRepeatingPayment(desk: Desk): Handler {
  return (call) => {
    const { accountId = '', transactionReferenceId = '' } = call.params
    const found = findScheduled(desk, call, { accountId, reference: transactionReferenceId })
    if ('status' in found) return refuse(call, found)
    if (call.behaviour.enforces('schedule.ended')) end(desk, call, found)
    return empty(200)
  }
}

function end(desk: Desk, { now }: ResourceCall, scheduled: Scheduled): void {
  const { market, username } = scheduled.order
  const all = desk.bank.payments.scheduledOf(market, username, now)
  all.splice(all.indexOf(scheduled), 1)
}

function ownScheduled({ bank }: Desk, { market, username, now }: ResourceCall): readonly Scheduled[] {
  return bank.payments.scheduledOf(market, username ?? '', now)
}

/** Finds a payment on a schedule among the customer's; one of somebody else is as good as missing. */
export function findScheduled(
  desk: Desk,
  call: ResourceCall,
  named: { readonly accountId: string; readonly reference: string },
): Scheduled | Refusal {
  const isNamed = ({ reference, order }: Scheduled) =>
    reference === named.reference && order.sourceId === named.accountId
  const own = ownScheduled(desk, call).find(isNamed)
  if (own !== undefined) return own
  const [first] = call.behaviour.enforces('object.exists') ? [] : ownScheduled(desk, call)
  if (first !== undefined) return first
  if (!isForeign(desk, call, named.accountId)) return notFound
  if (!call.behaviour.enforces('object.owner')) return ownScheduled(desk, call)[0] ?? notFound
  return call.behaviour.enforces('object.indistinct')
    ? notFound
    : { status: 403, code: 'accessNotConfigured' }
}

function isForeign({ bank }: Desk, { market, username }: ResourceCall, accountId: string): boolean {
  return customers
    .filter((customer) => customer.username !== username)
    .some((customer) => bank.accountsOf(market, customer.username).some(({ id }) => id === accountId))
}

function scheduledFields({ bank }: Desk, { market }: ResourceCall, { reference, order }: Scheduled): object {
  const source = bank.findAccount(market, order.sourceId)
  return {
    transactionReferenceId: reference,
    displayAccountNumber: source?.displayNumber,
    accountId: order.sourceId,
    paymentMethod: order.method,
    bankSortCode: order.taker.bankCode,
    transactionAmount: decimal(order.amount),
    payee: order.taker.name,
    paymentType: paymentTypes[order.rail],
    remarks: order.remarks,
    ...scheduleFields(order.schedule),
  }
}

function scheduleFields(schedule: Schedule): object {
  if (schedule.kind !== 'every')
    return {
      futureDatedTransaction: schedule.kind === 'on' ? { scheduleDate: schedule.day } : undefined,
      standingInstruction: undefined,
    }
  const { frequency, start, end: last } = schedule
  return {
    futureDatedTransaction: undefined,
    standingInstruction: {
      standingInstructionStartDate: start,
      paymentFrequency: frequency,
      perpetualFlag: last === undefined,
      standingInstructionEndDate: last,
    },
  }
}

/** Puts a changed order in the place of the one that a payment on a schedule had. */
export function applyChange(
  desk: Desk,
  call: ResourceCall,
  change: { readonly reference: string; readonly order: Order },
): Scheduled | undefined {
  const scheduled = ownScheduled(desk, call).find(({ reference }) => reference === change.reference)
  if (scheduled !== undefined && call.behaviour.enforces('schedule.changed')) scheduled.order = change.order
  return scheduled
}

/** Says which payment was changed. */
export function showChanged(desk: Desk, call: ResourceCall, { reference, order }: Scheduled): Answer {
  return json(
    200,
    desk.write(call.operation, { accountId: order.sourceId, transactionReferenceId: reference }),
  )
}
