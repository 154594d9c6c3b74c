import { Decimal } from 'decimal.js'
import type { Reply } from '../http/client.ts'
import { exampleBody } from '../oauth/resource-call.ts'
import type { Caller } from './caller.ts'
import { at, textAt } from './inside.ts'
import { Journey } from './journey.ts'
import { positiveControl } from './not-observed.ts'
import { operationOf } from './operations.ts'
import { payeeNamed } from './payees.ts'
import { toNewAccount } from './transfer-kinds.ts'
import { clearNumber, transferred } from './transfers.ts'

/** Sum of the transfers of the example bundle. */
export const bundleTotal = new Decimal(
  Number(at(exampleBody(operationOf('submitTransfers')), 'totalTransferAmount')),
).toFixed(2)

/** Kinds of bundle: how each is handed in and confirmed, and how many transfers its example holds. */
export const bundleKinds = [
  { name: 'to payees', submit: 'submitTransfers', confirm: 'confirmTransfers', transfers: 2 },
  { name: 'to accounts', submit: 'submitAdhocTransfers', confirm: 'confirmAdhocTransfers', transfers: 4 },
] as const

/** Hands the example bundle in, up to the question for a password. */
export async function handIn(caller: Caller): Promise<{ readonly journey: Journey; readonly reply: Reply }> {
  const journey = await new Journey(caller).walk('listBulkPaymentAccounts')
  const body = { ...(journey.bodyOf('submitTransfers') as object), bundleId: `TEST-${Date.now()}` }
  return { journey, reply: await journey.call('submitTransfers', { body }) }
}

/** A bundle of one transfer that goes to another account of the same customer. */
export interface OwnBundle {
  readonly operationId: string
  readonly body: object
  readonly source: string | undefined
}

/** Makes bundles to an own account: to a payee that stands for it, and to its number. */
export async function bundlesToOwnAccount(caller: Caller): Promise<readonly [OwnBundle, OwnBundle]> {
  const { number, payeeAccountNumber } = await clearNumber(caller)
  const payeeAccountDetails = { payeeAccountNumber, payeeName: `Own account ${number ?? ''}` }
  const { transfer } = await transferred(caller, toNewAccount, { payeeAccountDetails })
  const payeeId = await payeeNamed(caller, payeeAccountDetails.payeeName)
  const { sourceAccountId, displaySourceAccountNumber: source } = transfer.journey.told
  const payment = { transactionAmount: 12.5, transferCurrencyIndicator: 'SOURCE_ACCOUNT_CURRENCY' }
  return [
    {
      operationId: 'submitTransfers',
      body: { bundleId: 'OWN-1', sourceAccountId, internalDomesticPayments: [{ ...payment, payeeId }] },
      source,
    },
    {
      operationId: 'submitAdhocTransfers',
      body: { internalDomesticDetails: { ...payment, sourceAccountId, payeeAccountDetails } },
      source,
    },
  ]
}

/** Reads every page of the status of a bundle. */
export async function wholeStatus(
  journey: Journey,
): Promise<{ readonly reply: Reply; readonly details: readonly unknown[] }> {
  let reply = positiveControl(await journey.read('getTransfersStatus'))
  const details = [...detailsOf(reply)]
  for (let next = nextOf(reply); next !== undefined && details.length < mostTransfers; next = nextOf(reply)) {
    reply = positiveControl(await journey.read('getTransfersStatus', { parameters: { startIndex: next } }))
    details.push(...detailsOf(reply))
  }
  return { reply, details }
}

const mostTransfers = 100

function detailsOf({ json }: Reply): readonly unknown[] {
  return (at(json, 'transactionDetails') as unknown[] | undefined) ?? []
}

function nextOf({ json }: Reply): string | undefined {
  return textAt(json, 'nextStartIndex')
}

/** Says how far the transfers of a bundle have come: in one word when they all have come as far. */
export function statusesOf(details: readonly unknown[]): string {
  const statuses = new Set(details.map((item) => String(at(item, 'transactionStatus'))))
  return statuses.size === 1 ? `${details.length} ${[...statuses].join('')}` : [...statuses].join(' and ')
}
