import { Decimal } from 'decimal.js'
import type { Reply } from '../http/client.ts'
import type { Caller } from './caller.ts'
import { at } from './inside.ts'
import { Journey } from './journey.ts'
import { notObserved, positiveControl } from './not-observed.ts'
import { operationOf } from './operations.ts'
import { findValue, type Told } from './told.ts'

/** An account that lends, with the highest amount. */
export interface LendingAccount {
  readonly accountId: string
  readonly most: number
}

/** Reads the first account that can take a loan. */
export async function lendingAccount(caller: Caller): Promise<LendingAccount> {
  const { json } = positiveControl(await caller.call(operationOf('listLoanEligibility')))
  const first = at(json, 'loanEligibilityDetails', 0)
  const [accountId, most] = [at(first, 'accountId'), at(first, 'maximumEligibleLoanAmount')]
  return typeof accountId === 'string' && typeof most === 'number'
    ? { accountId, most }
    : notObserved('no account of the customer lends')
}

/** Begins a journey on an account that lends, with a payee to whom the money can go. */
export async function loanJourney(caller: Caller): Promise<Journey> {
  const { accountId } = await lendingAccount(caller)
  return new Journey(caller, { accountId, ...(await payeeOf(caller, { accountId })) })
}

async function payeeOf(caller: Caller, parameters: Told): Promise<Told> {
  const options = positiveControl(await caller.call(operationOf('listDisbursementOptions'), { parameters }))
  const payeeId = findValue(options.json, 'payeeId')
  return payeeId === undefined ? {} : { payeeId }
}

/** Finds an own account to which a loan can be paid out. */
export async function ownAccountFor(caller: Caller, accountId: string): Promise<string> {
  const parameters = { accountId }
  const options = positiveControl(await caller.call(operationOf('listDisbursementOptions'), { parameters }))
  return findValue(options.json, 'accountId') ?? notObserved('no own account takes the money of a loan')
}

/** Books a loan from its first call to its confirmation. */
export async function bookedLoan(caller: Caller): Promise<Journey> {
  return (await loanJourney(caller)).walk('bookLoan', 'validateOtp', 'confirmLoanBooking')
}

/** Reads every page of a list and returns the texts of one field, in their order. */
export async function everyValue(
  journey: Journey,
  operationId: string,
  field: string,
): Promise<readonly unknown[]> {
  const items = await everyItem(journey, operationId)
  return items.map((item) => at(item, field))
}

/** Reads every page of a list. */
export async function everyItem(
  journey: Journey,
  operationId: string,
  parameters: Told = {},
): Promise<readonly unknown[]> {
  const items: unknown[] = []
  let next: string | undefined
  do {
    const change = next === undefined ? parameters : { ...parameters, nextStartIndex: next }
    const reply: Reply = positiveControl(await journey.read(operationId, { parameters: change }))
    items.push(...listOf(reply.json))
    next = at(reply.json, 'nextStartIndex') as string | undefined
  } while (next !== undefined)
  return items
}

/** The first list of a body. */
function listOf(body: unknown): readonly unknown[] {
  return Object.values(body ?? {}).find((value) => Array.isArray(value)) ?? []
}

/** Adds up amounts as decimals, so that no cent gets lost. */
export function sumOf(items: readonly unknown[], field: string): string {
  return items
    .reduce<Decimal>((sum, item) => sum.plus(Number(at(item, field) ?? 0)), new Decimal(0))
    .toString()
}
