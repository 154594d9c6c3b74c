import { addDays, addMonths } from '../days.ts'
import type { Frequency, Order, Schedule } from './order.ts'

/** A payment that moves later. */
export interface Scheduled {
  readonly reference: string
  order: Order
  /** The last day on which it moved; empty before the first. */
  movedOn: string
}

/** Names the next day on which a payment moves; undefined when it moves no more. */
export function nextDay({ order: { schedule }, movedOn }: Scheduled): string | undefined {
  if (schedule.kind === 'now') return undefined
  if (schedule.kind === 'on') return movedOn === '' ? schedule.day : undefined
  const next = firstAfter(movedOn, schedule)
  return schedule.end === undefined || next <= schedule.end ? next : undefined
}

type Repeating = Extract<Schedule, { kind: 'every' }>

function firstAfter(day: string, { frequency, start }: Repeating): string {
  let count = 0
  let next = start
  while (next <= day) {
    count += 1
    next = dayAfter(start, frequency, count)
  }
  return next
}

const months: Readonly<Record<Exclude<Frequency, 'WEEKLY'>, number>> = {
  MONTHLY: 1,
  QUARTERLY: 3,
  YEARLY: 12,
}

/** Counts from the first day each time: a payment of the 31st comes back to the 31st after a shorter month. */
function dayAfter(start: string, frequency: Frequency, count: number): string {
  return frequency === 'WEEKLY' ? addDays(start, 7 * count) : addMonths(start, months[frequency] * count)
}
