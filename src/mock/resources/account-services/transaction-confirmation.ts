import { type Handler, json, type ResourceCall } from '../../answer.ts'
import type { ControlFlow } from '../../bank/control-flows.ts'
import { dayOf } from '../../bank/days.ts'
import { accountOfPath } from '../account-lookup.ts'
import type { Desk } from '../desk.ts'
import { findFlow, takeVerified } from '../mfa.ts'
import { refuse } from '../refusal.ts'
import { cutPage, readPage } from '../page.ts'
import { movementFields } from '../transaction-fields.ts'

/** Shows the newest transactions of an account, once, after a one-time password. */
export function confirmTransactionDetails(desk: Desk): Handler {
  return (call) => {
    const account = accountOfPath(desk, call)
    if ('status' in account) return refuse(call, account)
    const page = readPage(call)
    if ('status' in page) return refuse(call, page)
    const { controlFlowId: id } = call.body as { readonly controlFlowId: string }
    const isNamedTwice = call.query['controlFlowId'] === id
    const flow = isNamedTwice ? takeFlow(desk, call, id) : undefined
    if (flow === undefined) return refuse(call, { status: 400, code: 'invalidControlFlowId' })
    const all = desk.bank.transactionsOf(account, dayOf(call.now))
    const { items, nextStartIndex } = cutPage(all, page, call)
    return json(200, desk.write(call.operation, { ...movementFields(account, items), nextStartIndex }))
  }
}

/** Any flow whose password was right will do: no call is documented that opens one for transactions. */
function takeFlow(desk: Desk, call: ResourceCall, id: string): ControlFlow | undefined {
  return call.behaviour.enforces('transaction.once')
    ? takeVerified(desk, call, { id, purpose: 'generateOtp' })
    : findFlow(desk, call, id)
}
