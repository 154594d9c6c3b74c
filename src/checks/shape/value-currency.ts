import type { Check, Subject } from '../check.ts'
import { stringsOf } from '../json.ts'
import { isSuccess } from '../subject.ts'

const codes = new Set(Intl.supportedValuesOf('currency'))

/** Judges every property whose name ends in currency or currencyCode. */
export const shapeValueCurrency: Check = {
  requirement: 'shape.value.currency',
  appliesTo: (subject) => isSuccess(subject) && currenciesOf(subject).length > 0,
  find: (subject) =>
    currenciesOf(subject)
      .filter(({ value }) => !codes.has(value))
      .map(({ at, value }) => ({ at, expected: 'a code of ISO 4217', actual: JSON.stringify(value) })),
}

function currenciesOf({ exchange, json }: Subject): { at: string; value: string }[] {
  if (typeof json !== 'object') return []
  return stringsOf(exchange.response.body).filter(({ name }) => /currency(code)?$/i.test(name))
}
