import type { Check, Subject } from '../check.ts'
import { type Member, membersOf } from '../json.ts'
import { isSuccess } from '../subject.ts'

const mostDecimals = 4

/** Judges the digits as written: 41666.619999999995 betrays a sum in binary fractions. */
export const shapeValueAmountNoise: Check = {
  requirement: 'shape.value.amount-noise',
  appliesTo: (subject) => isSuccess(subject) && amountsOf(subject).length > 0,
  find: (subject) =>
    amountsOf(subject)
      .filter(({ raw }) => decimalsOf(raw) > mostDecimals)
      .map(({ at, raw }) => ({ at, expected: `at most ${mostDecimals} decimals`, actual: raw })),
}

function amountsOf({ exchange, json }: Subject): Member[] {
  if (typeof json !== 'object') return []
  return membersOf(exchange.response.body).filter(
    ({ name, raw }) => /(amount|balance)$/i.test(name) && /^-?\d/.test(raw),
  )
}

function decimalsOf(raw: string): number {
  const [, decimals = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(raw) ?? []
  return decimals.length - Number(exponent)
}
