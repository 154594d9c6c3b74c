import type { Check, Difference, Subject } from '../check.ts'
import { stringsOf } from '../json.ts'
import { isSuccess } from '../subject.ts'

const date = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?|$)/

/** Judges whatever is written like a date of ISO 8601: the thirtieth of February breaks every client. */
export const shapeValueDate: Check = {
  requirement: 'shape.value.date',
  appliesTo: (subject) => isSuccess(subject) && datesOf(subject).length > 0,
  find: (subject) =>
    datesOf(subject)
      .filter(({ value }) => !exists(value))
      .map(({ at, value }): Difference => ({ at, expected: 'a day of the calendar', actual: `"${value}"` })),
}

function datesOf({ exchange, json }: Subject): { at: string; value: string }[] {
  if (typeof json !== 'object') return []
  return stringsOf(exchange.response.body).filter(({ value }) => date.test(value))
}

function exists(text: string): boolean {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (date.exec(text) ?? [])
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0))
  return day >= 1 && day <= daysOf(year, month) && hour <= 24 && minute <= 59 && second <= 60
}

function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}
