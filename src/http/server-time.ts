import type { Reply } from './client.ts'
import { headerOf } from './exchange.ts'

/** The time of the server that answered, to the second, by its Date header; undefined without a readable one. */
export function serverTimeOf({ headers }: Pick<Reply, 'headers'>): Date | undefined {
  const time = new Date(headerOf(headers, 'date') ?? '')
  return Number.isNaN(time.getTime()) ? undefined : time
}

/** How many seconds the server's clock is ahead of this machine's; negative when it is behind. */
export function skewOf(reply: Pick<Reply, 'headers' | 'exchange'>): number | undefined {
  const time = serverTimeOf(reply)
  if (time === undefined) return undefined
  const { startedAt, durationMs } = reply.exchange
  return Math.round((time.getTime() - (new Date(startedAt).getTime() + durationMs / 2)) / 1000)
}

/** Writes a number of seconds in the largest unit that blurs little, for example `30 minutes` or `121 seconds`. */
export function spanToText(seconds: number): string {
  const units = { day: 86_400, hour: 3600 } as const
  for (const [unit, length] of Object.entries(units))
    if (seconds >= 10 * length || (seconds >= length && seconds % length === 0))
      return inUnits(Math.round(seconds / length), unit)
  return seconds >= 600 ? inUnits(Math.round(seconds / 60), 'minute') : inUnits(Math.round(seconds), 'second')
}

function inUnits(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
