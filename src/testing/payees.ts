import type { Reply } from '../http/client.ts'
import type { Caller } from './caller.ts'
import { at, textAt } from './inside.ts'
import { notObserved, positiveControl } from './not-observed.ts'
import { operationOf } from './operations.ts'

const mostPages = 10

/** Reads every page of the payees of a customer. */
async function allPayees(
  caller: Caller,
): Promise<{ readonly reply: Reply; readonly payees: readonly unknown[] }> {
  const list = operationOf('listPayees')
  let reply = positiveControl(await caller.call(list))
  const payees = [...listed(reply)]
  for (let page = 1; page < mostPages; page++) {
    const next = at(reply.json, 'nextStartIndex')
    if (typeof next !== 'string') break
    reply = positiveControl(await caller.call(list, { parameters: { nextStartIndex: next } }))
    payees.push(...listed(reply))
  }
  return { reply, payees }
}

/** Lists the names of all payees of a customer. */
export async function payeeNames(
  caller: Caller,
): Promise<{ readonly reply: Reply; readonly names: readonly string[] }> {
  const { reply, payees } = await allPayees(caller)
  return { reply, names: payees.map((payee) => String(at(payee, 'payeeName'))) }
}

/** Finds a payee at another bank that is not active; the test is unclear when there is none. */
export async function inactivePayee(caller: Caller): Promise<string> {
  const { payees } = await allPayees(caller)
  const found = payees.find(
    (payee) => at(payee, 'payeeStatus') !== 'ACTIVE' && at(payee, 'paymentType') === 'EXTERNAL_DOMESTIC',
  )
  return textAt(found, 'payeeId') ?? notObserved('every payee at another bank is active')
}

function listed({ json }: Reply): readonly unknown[] {
  return (at(json, 'payeeList') as unknown[] | undefined) ?? []
}
