import { headerOf } from '../../http/exchange.ts'
import type { Check, Difference, Subject } from '../check.ts'
import { isObject, numberOf, propertyOf } from '../json.ts'
import { isSuccess } from '../subject.ts'

/** Where a quote names the amount in the currency of either account, by whose currency the amount was asked in. */
const places: Readonly<Record<string, readonly [group: string, field: string]>> = {
  SOURCE_ACCOUNT_CURRENCY: ['debitDetails', 'transactionDebitAmount'],
  DESTINATION_ACCOUNT_CURRENCY: ['creditDetails', 'transactionCreditAmount'],
}

/** Judges quotes of transfers: calls that ask with an amount and are answered with what leaves and what arrives. */
export const shapeValueAmountAsked: Check = {
  requirement: 'shape.value.amount-asked',
  appliesTo: (subject) => quoteOf(subject) !== undefined,
  find: (subject) => {
    const { asked, quoted, at } = quoteOf(subject) ?? { asked: 0, quoted: 0, at: '' }
    return asked === quoted ? [] : differenceAt(at, asked, quoted)
  },
}

function differenceAt(at: string, asked: number, quoted: number): Difference[] {
  return [{ at, expected: `${asked}, as asked`, actual: String(quoted) }]
}

function quoteOf(subject: Subject): { asked: number; quoted: number; at: string } | undefined {
  const request = requestOf(subject)
  const [group, field] = places[String(propertyOf(request, 'transferCurrencyIndicator'))] ?? []
  if (!isSuccess(subject) || group === undefined || field === undefined) return undefined
  const asked = numberOf(propertyOf(request, 'transactionAmount'))
  const quoted = numberOf(propertyOf(propertyOf(subject.json, group), field))
  return Number.isNaN(asked) || Number.isNaN(quoted) ? undefined : { asked, quoted, at: `/${group}/${field}` }
}

function requestOf({ exchange: { request } }: Subject): unknown {
  if (!/json/.test(headerOf(request.headers, 'content-type') ?? '')) return undefined
  try {
    const body = JSON.parse(request.body ?? '') as unknown
    return isObject(body) ? body : undefined
  } catch {
    return undefined
  }
}
