import { Decimal } from 'decimal.js'
import type { Reply } from '../http/client.ts'
import { exampleBody } from '../oauth/resource-call.ts'
import type { Caller } from './caller.ts'
import { at } from './inside.ts'
import { Journey } from './journey.ts'
import { operationOf } from './operations.ts'

/** Sum of the transfers of the example bundle. */
export const bundleTotal = new Decimal(
  Number(at(exampleBody(operationOf('submitTransfers')), 'totalTransferAmount')),
).toFixed(2)

/** Hands the example bundle in, up to the question for a password. */
export async function handIn(caller: Caller): Promise<{ readonly journey: Journey; readonly reply: Reply }> {
  const journey = await new Journey(caller).walk('listBulkPaymentAccounts')
  const body = { ...(journey.bodyOf('submitTransfers') as object), bundleId: `TEST-${Date.now()}` }
  return { journey, reply: await journey.call('submitTransfers', { body }) }
}

/** Says how far the transfers of a bundle have come: in one word when they all have come as far. */
export function statusesOf({ json }: Reply): string {
  const details = (at(json, 'transactionDetails') as unknown[] | undefined) ?? []
  const statuses = new Set(details.map((item) => String(at(item, 'transactionStatus'))))
  return statuses.size === 1 ? `all ${[...statuses].join('')}` : [...statuses].join(' and ')
}
