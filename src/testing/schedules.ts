import type { Reply } from '../http/client.ts'
import { headerOf } from '../http/exchange.ts'
import type { Caller } from './caller.ts'
import { at, textAt } from './inside.ts'
import { Journey } from './journey.ts'
import { notObserved, positiveControl } from './not-observed.ts'
import { operationOf } from './operations.ts'

const millisecondsOfDay = 86_400_000

/** Counts days from that on which an answer was given, by the clock of the target; `YYYY-MM-DD`. */
export function dayFrom({ exchange }: Reply, days: number): string {
  const date = headerOf(exchange.response.headers, 'date') ?? notObserved('the answer has no Date header')
  return new Date(Date.parse(date) + days * millisecondsOfDay).toISOString().slice(0, 10)
}

/** The fields of a transfer that moves on a day. */
export function onDay(scheduleDate: string): object {
  return { paymentScheduleType: 'FUTURE_DATED', futureDatedTransaction: { scheduleDate } }
}

/** The fields of a transfer that moves every month from a day to another. */
export function everyMonth(first: string, last: string): object {
  return {
    paymentScheduleType: 'STANDING_INSTRUCTION',
    standingInstruction: {
      standingInstructionStartDate: first,
      standingInstructionEndDate: last,
      paymentFrequency: 'MONTHLY',
      perpetualFlag: false,
    },
  }
}

const mostPages = 10

/** Looks through the repeating payments for a reference. */
async function findScheduled(
  caller: Caller,
  reference: string,
): Promise<{ readonly reply: Reply; readonly found: unknown }> {
  const list = operationOf('listRepeatingPayments')
  let reply = positiveControl(await caller.call(list))
  for (let page = 1; page < mostPages; page++) {
    const all = (at(reply.json, 'standingInstructions') as unknown[] | undefined) ?? []
    const found = all.find((item) => at(item, 'transactionReferenceId') === reference)
    const next = at(reply.json, 'nextStartIndex')
    if (found !== undefined || typeof next !== 'string') return { reply, found }
    reply = positiveControl(await caller.call(list, { parameters: { nextStartIndex: next } }))
  }
  return { reply, found: undefined }
}

/** Reads the amount of a payment on a schedule; `not listed` when it is not there. */
export async function scheduledAmount(
  caller: Caller,
  reference: string,
): Promise<{ readonly reply: Reply; readonly amount: string }> {
  const { reply, found } = await findScheduled(caller, reference)
  return { reply, amount: textAt(found, 'transactionAmount') ?? 'not listed' }
}

/** Begins a journey with a payment on a schedule; the test is unclear when it is not listed. */
export async function scheduledUnder(caller: Caller, reference: string): Promise<Journey> {
  const { found } = await findScheduled(caller, reference)
  const accountId = textAt(found, 'accountId') ?? notObserved(`the payment ${reference} is not listed`)
  return new Journey(caller, { accountId, transactionReferenceId: reference })
}
