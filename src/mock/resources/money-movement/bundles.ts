import { type Answer, type Handler, json, type ResourceCall } from '../../answer.ts'
import type { ControlFlow } from '../../bank/control-flows.ts'
import { decimal } from '../../bank/money.ts'
import type { Bundle, BundleItem } from '../../bank/payments/bundles.ts'
import type { Order } from '../../bank/payments/order.ts'
import { paymentTypes } from '../../bank/payments/rails.ts'
import type { Desk } from '../desk.ts'
import { askForFactor, findFlow, ownerOf } from '../mfa.ts'
import { cutPage, readPage } from '../page.ts'
import { notFound, type Refusal, refuse } from '../refusal.ts'
import { readAdhocTransfers, readTransfers, type TransfersBody } from './bundle-orders.ts'
import { invalidFlow } from './execute.ts'

/** What a flow keeps of a bundle that was handed in. */
interface HandedIn {
  readonly callerKey: string
  readonly orders: readonly Order[]
}

/** Transfers on a page of the status. */
const pageSize = 3

type Purpose = 'bundle' | 'adhoc bundle'

const readers: Readonly<Record<Purpose, (desk: Desk, call: ResourceCall) => readonly Order[] | Refusal>> = {
  bundle: readTransfers,
  'adhoc bundle': readAdhocTransfers,
}

/** Takes a bundle and asks for the password with which it is confirmed. */
export function submit(purpose: Purpose): (desk: Desk) => Handler {
  return (desk) => (call) => {
    const orders = readers[purpose](desk, call)
    if ('status' in orders) return refuse(call, orders)
    const { bundleId: callerKey = '' } = call.body as TransfersBody
    const content: HandedIn = { callerKey, orders }
    const flow = desk.bank.flows.open({ owner: ownerOf(call), purpose, content, form: 'hex' }, call.now)
    return isFree(desk, call, orders) ? accept(desk, call, flow) : askForFactor(call, flow)
  }
}

/** As with single transfers, no password is asked for between own accounts. */
function isFree(
  { bank }: Desk,
  { behaviour, market, username }: ResourceCall,
  orders: readonly Order[],
): boolean {
  if (!behaviour.enforces('bundle.factor')) return true
  const isOwn = ({ taker }: Order) =>
    taker.accountId !== undefined && bank.findAccount(market, taker.accountId)?.username === username
  return orders.every(isOwn) && behaviour.enforces('bundle.own')
}

/** Accepts the bundle of a flow, once, and only after its password. */
export function confirm(purpose: Purpose): (desk: Desk) => Handler {
  return (desk) => (call) => {
    // The call for described accounts misspells the name.
    const { controlFlowId, controlFllowId } = call.body as Record<string, string | undefined>
    const flow = findFlow(desk, call, controlFlowId ?? controlFllowId ?? '')
    if (flow?.purpose !== purpose) return refuse(call, invalidFlow)
    const isFree = flow.verified || !call.behaviour.enforces('bundle.factor')
    return isFree ? accept(desk, call, flow) : askForFactor(call, flow)
  }
}

function accept(desk: Desk, call: ResourceCall, flow: ControlFlow): Answer {
  if (call.behaviour.enforces('bundle.once')) desk.bank.flows.close(flow)
  const { orders, callerKey } = flow.content as HandedIn
  const bundle = desk.bank.payments.accept(orders, callerKey, call.now)
  if (bundle === undefined) return refuse(call, invalidFlow)
  return json(
    200,
    desk.write(call.operation, {
      transactionStatus: 'ACCEPTED',
      tppBundleId: callerKey === '' ? undefined : callerKey,
      bundleId: bundle.id,
      citiBundleId: bundle.id,
      totalTransactionCount: String(orders.length),
    }),
  )
}

/** Tells how far the transfers of a bundle have come. */
export function getTransfersStatus(desk: Desk): Handler {
  return (call) => {
    const bundle = findBundle(desk, call)
    if ('status' in bundle) return refuse(call, bundle)
    const { startIndex, ...query } = call.query
    const paged =
      startIndex === undefined ? call : { ...call, query: { ...query, nextStartIndex: startIndex } }
    const page = readPage(paged)
    if ('status' in page) return refuse(call, page)
    const part = { ...page, size: pageSize }
    const all = bundle.items.map((item, index) => itemFields(bundle, item, index))
    const { items: transactionDetails, nextStartIndex } = cutPage(all, part, call)
    return json(200, desk.write(call.operation, { transactionDetails, nextStartIndex }))
  }
}

/** A bundle of somebody else is as good as missing. */
function findBundle({ bank }: Desk, { params, market, username, behaviour }: ResourceCall): Bundle | Refusal {
  const bundle = bank.payments.findBundle(params['citiBundleId'] ?? '')
  if (bundle === undefined) return notFound
  const isOwn = bundle.market.id === market.id && bundle.username === username
  if (isOwn || !behaviour.enforces('object.owner')) return bundle
  return behaviour.enforces('object.indistinct') ? notFound : { status: 403, code: 'accessNotConfigured' }
}

function itemFields({ id }: Bundle, { order, status, reference, day }: BundleItem, index: number): object {
  return {
    individualBundleId: `${id}-${index + 1}`,
    transactionId: reference,
    beneficiaryName: order.taker.name,
    beneficiaryBankName: order.taker.bankName ?? 'Citibank',
    transactionAmount: decimal(order.amount),
    transactionCurrencyCode: order.currency,
    transactionDate: day,
    transactionStatus: status,
    transactionType: paymentTypes[order.rail],
  }
}
