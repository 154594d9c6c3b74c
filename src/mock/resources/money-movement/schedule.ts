import type { ResourceCall } from '../../answer.ts'
import { dayOf } from '../../bank/days.ts'
import type { Frequency, Schedule } from '../../bank/payments/order.ts'
import { invalid, type Refusal } from '../refusal.ts'
import type { TransferBody } from './transfer-body.ts'

/** Reads when money is to move. Without a type, what else stands in the body decides. */
export function readSchedule(body: TransferBody, call: ResourceCall): Schedule | Refusal {
  switch (body.paymentScheduleType ?? typeOf(body)) {
    case 'FUTURE_DATED':
      return readDay(body, call)
    case 'STANDING_INSTRUCTION':
      return readStanding(body, call)
    default:
      return { kind: 'now' }
  }
}

function typeOf({ futureDatedTransaction, standingInstruction }: TransferBody): string {
  if (futureDatedTransaction !== undefined) return 'FUTURE_DATED'
  return standingInstruction === undefined ? 'IMMEDIATE' : 'STANDING_INSTRUCTION'
}

function readDay({ futureDatedTransaction }: TransferBody, call: ResourceCall): Schedule | Refusal {
  const day = futureDatedTransaction?.scheduleDate
  if (day === undefined || isPast(day, call)) return invalid('scheduleDate')
  return day <= dayOf(call.now) ? { kind: 'now' } : { kind: 'on', day }
}

function readStanding({ standingInstruction }: TransferBody, call: ResourceCall): Schedule | Refusal {
  const {
    standingInstructionStartDate: start,
    standingInstructionEndDate: last,
    perpetualFlag,
  } = standingInstruction ?? {}
  const end = perpetualFlag === true ? undefined : last
  if (start === undefined || isPast(start, call)) return invalid('standingInstructionStartDate')
  if (perpetualFlag !== true && (end === undefined || end < start))
    return invalid('standingInstructionEndDate')
  return {
    kind: 'every',
    frequency: (standingInstruction?.paymentFrequency ?? 'MONTHLY') as Frequency,
    start,
    end,
  }
}

function isPast(day: string, { now, behaviour }: ResourceCall): boolean {
  return day < dayOf(now) && behaviour.enforces('transfer.past')
}
