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

/** Finds a payee by name; the test is unclear when the list does not hold it. */
export async function payeeNamed(caller: Caller, name: string): Promise<string> {
  const { payees } = await allPayees(caller)
  const found = payees.find((payee) => at(payee, 'payeeName') === name)
  return textAt(found, 'payeeId') ?? notObserved(`there is no payee ${name}`)
}

/** Reads every payee of a customer and names those that read otherwise than they are listed. */
export async function payeesThatDiffer(
  caller: Caller,
  operationId: string,
): Promise<{ readonly reply: Reply; readonly names: readonly string[] }> {
  const { reply, payees } = await allPayees(caller)
  const names: string[] = []
  for (const payee of payees) {
    const parameters = { payeeId: textAt(payee, 'payeeId') ?? '' }
    const read = positiveControl(await caller.call(operationOf(operationId), { parameters }))
    if (nicknameIn(read.json) !== textAt(payee, 'payeeNickname')) names.push(textAt(payee, 'payeeName') ?? '')
  }
  return { reply, names }
}

/** The one object of the answer, whatever its name, holds the nickname. */
function nicknameIn(body: unknown): string | undefined {
  return textAt(Object.values((body as object | undefined) ?? {})[0], 'payeeNickName')
}

function listed({ json }: Reply): readonly unknown[] {
  return (at(json, 'payeeList') as unknown[] | undefined) ?? []
}
