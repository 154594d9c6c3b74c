import { type Answer, type Handler, json, type ResourceCall } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import type { ControlFlow } from '../../bank/control-flows.ts'
import { decimal } from '../../bank/money.ts'
import { spendable } from '../../bank/payments/move.ts'
import { quoteOf } from '../../bank/payments/quote.ts'
import type { Rail } from '../../bank/payments/rails.ts'
import type { Desk } from '../desk.ts'
import { askForFactor, findFlow } from '../mfa.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { judge } from './orders.ts'
import { purposeOf, type Quoted } from './preprocess.ts'

/** The refusal of a flow that is unknown, over, used, of another call or of somebody else. */
export const invalidFlow: Refusal = { status: 400, code: 'invalidControlFlowId' }

/** Makes the transfer of a flow, once; to others only after the one-time password of the flow. */
export function execute(rail: Rail): (desk: Desk) => Handler {
  return (desk) => (call) => {
    const { controlFlowId = '' } = call.body as { controlFlowId?: string }
    const flow = findTransfer(desk, call, { id: controlFlowId, rail })
    if (flow === undefined) return refuse(call, invalidFlow)
    if (!isFree(call, flow, rail)) return askForFactor(call, flow)
    const quoted = atNow(call, flow.content as Quoted)
    const refusal = judge(desk, call, quoted)
    if (refusal !== undefined) return refuse(call, refusal)
    if (call.behaviour.enforces('transfer.once')) desk.bank.flows.close(flow)
    return showTransfer(desk, call, { ...quoted, reference: desk.bank.payments.place(quoted, call) })
  }
}

/** Between own accounts no password is asked for. */
function isFree({ behaviour }: ResourceCall, { verified, wrongTries }: ControlFlow, rail: Rail): boolean {
  if (rail === 'personal' || !behaviour.enforces('transfer.factor')) return true
  const isProved = verified || (wrongTries > 0 && !behaviour.enforces('transfer.password'))
  return isProved && behaviour.enforces('transfer.completes')
}

function findTransfer(
  desk: Desk,
  call: ResourceCall,
  { id, rail }: { readonly id: string; readonly rail: Rail },
): ControlFlow | undefined {
  const flow = findFlow(desk, call, id) ?? findForeignFlow(desk, call, id)
  if (flow?.purpose === purposeOf(rail)) return flow
  const isAnyTransfer = flow?.purpose.startsWith('transfer ') === true
  return isAnyTransfer && !call.behaviour.enforces('transfer.kind') ? flow : undefined
}

/** Where it is not looked at whose flow it is, or of which market, anybody goes on with it. */
function findForeignFlow(
  { bank }: Desk,
  { market, behaviour }: ResourceCall,
  id: string,
): ControlFlow | undefined {
  const flow = bank.flows.find(id)
  const guard = flow?.owner.market === market.id ? 'transfer.flow-owner' : 'transfer.flow-market'
  return behaviour.enforces(guard) ? undefined : flow
}

/** What was quoted stands; where it does not, the rate of the moment counts. */
function atNow({ behaviour, now }: ResourceCall, { order, quote }: Quoted): Quoted {
  if (behaviour.enforces('transfer.quote')) return { order, quote }
  return { order, quote: quoteOf(order, quote.sourceCurrency, now) }
}

function showTransfer(
  desk: Desk,
  call: ResourceCall,
  { order, reference }: Quoted & { readonly reference: string },
): Answer {
  const { taker, market, sourceId } = order
  const source = desk.bank.findAccount(market, sourceId)
  const destination =
    taker.accountId === undefined ? undefined : desk.bank.findAccount(market, taker.accountId)
  const isKept = taker.keep !== undefined || taker.payeeId !== undefined
  return json(
    200,
    desk.write(call.operation, {
      transactionReferenceId: reference,
      payeeEnrollmentStatus: isKept ? 'ENROLLED' : 'NOT_ENROLLED',
      ...(source === undefined ? {} : sourceAfter(source)),
      ...(destination === undefined ? {} : destinationAfter(destination)),
    }),
  )
}

function sourceAfter(account: Account): object {
  const { id, displayNumber, currency } = account
  const left = decimal(spendable(account))
  return {
    sourceAccount: {
      displaySourceAccountNumber: displayNumber,
      sourceAccountAvailableBalance: left,
      sourceCurrencyCode: currency,
    },
    sourceAccountDetails: {
      sourceAccountId: id,
      displaySourceAccountNumber: displayNumber,
      sourceAccountCurrencyCode: currency,
      sourceAccountAvailableBalance: left,
    },
  }
}

function destinationAfter(account: Account): object {
  return {
    destinationAccount: {
      displayDestinationAccountNumber: account.displayNumber,
      destinationAccountAvailableBalance: decimal(spendable(account)),
      destinationCurrencyCode: account.currency,
    },
  }
}
