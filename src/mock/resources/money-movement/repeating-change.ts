import { empty, type Handler, json, type ResourceCall } from '../../answer.ts'
import { minorUnitsOf } from '../../bank/money.ts'
import type { Order, Schedule } from '../../bank/payments/order.ts'
import { quoteOf } from '../../bank/payments/quote.ts'
import { unknownReference } from '../../bank/payments/references.ts'
import type { Scheduled } from '../../bank/payments/schedules.ts'
import type { Desk } from '../desk.ts'
import { askForFactor, findFlow, ownerOf } from '../mfa.ts'
import { invalid, type Refusal, refuse } from '../refusal.ts'
import { invalidFlow } from './execute.ts'
import { quoteFields } from './preprocess.ts'
import { applyChange, findScheduled, showChanged } from './repeating.ts'
import { readSchedule } from './schedule.ts'
import type { TransferBody } from './transfer-body.ts'

/** What a flow keeps of a change. */
interface Change {
  readonly reference: string
  readonly order: Order
}

type ChangeBody = TransferBody & { readonly accountId?: string; readonly transactionReferenceId?: string }

const purpose = 'change of a repeating payment'

/** Quotes a change and opens the flow that it is made with. */
export function preprocessRepeatingPaymentChange(desk: Desk): Handler {
  return (call) => {
    const body = call.body as ChangeBody
    const { accountId = '', transactionReferenceId: reference = '' } = body
    const found = findScheduled(desk, call, { accountId, reference })
    if ('status' in found) return refuse(call, found)
    const order = changedOrder(found, body, call)
    if ('status' in order) return refuse(call, order)
    const quote = quoteOf(order, order.currency, call.now)
    const content: Change = { reference: found.reference, order }
    const flow = desk.bank.flows.open({ owner: ownerOf(call), purpose, content, form: 'hex' }, call.now)
    const { debitDetails, creditDetails, ...fields } = quoteFields({ order, quote }) as Record<
      string,
      unknown
    >
    const lists = { debitDetails: [debitDetails], creditDetails: [creditDetails] }
    return json(200, desk.write(call.operation, { ...fields, ...lists, controlFlowId: flow.id }))
  }
}

/** Makes the change of a flow, once, and only after its password; the answer has no body, or names the payment. */
export function changeWith(answer: 'nothing' | 'the payment'): (desk: Desk) => Handler {
  return (desk) => (call) => {
    const { controlFlowId = '' } = call.body as { controlFlowId?: string }
    const flow = findFlow(desk, call, controlFlowId)
    if (flow?.purpose !== purpose) return refuse(call, invalidFlow)
    if (!flow.verified && call.behaviour.enforces('schedule.factor')) return askForFactor(call, flow)
    if (call.behaviour.enforces('transfer.once')) desk.bank.flows.close(flow)
    const changed = applyChange(desk, call, flow.content as Change)
    if (changed === undefined) return refuse(call, invalidFlow)
    return answer === 'nothing' ? empty(200) : showChanged(desk, call, changed)
  }
}

/** A field that is left out stays as it is; a standing instruction stays one, and a single payment too. */
function changedOrder({ order }: Scheduled, body: ChangeBody, call: ResourceCall): Order | Refusal {
  const reference = unknownReference(body)
  if (reference !== undefined && call.behaviour.enforces('transfer.reference-data'))
    return { ...invalid(reference.split('/').at(-1) ?? ''), field: reference }
  const amount = body.transactionAmount === undefined ? order.amount : minorUnitsOf(body.transactionAmount)
  if (amount === undefined) return invalid('transactionAmount')
  const schedule = changedSchedule(order.schedule, body, call)
  if ('status' in schedule) return schedule
  const remarks = typeof body.remarks === 'string' ? body.remarks : order.remarks
  return { ...order, amount, schedule, remarks, method: body.paymentMethod ?? order.method }
}

function changedSchedule(
  before: Schedule,
  { futureDatedTransaction, standingInstruction }: ChangeBody,
  call: ResourceCall,
): Schedule | Refusal {
  if (before.kind === 'on' && futureDatedTransaction !== undefined)
    return readSchedule({ paymentScheduleType: 'FUTURE_DATED', futureDatedTransaction }, call)
  if (before.kind === 'every' && standingInstruction !== undefined)
    return readSchedule({ paymentScheduleType: 'STANDING_INSTRUCTION', standingInstruction }, call)
  return before
}
