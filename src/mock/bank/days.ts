const millisecondsOfDay = 86_400_000

/** Returns the calendar day of a moment, `YYYY-MM-DD` in UTC. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/** Returns the day so many days later, or earlier when the count is negative. */
export function addDays(day: string, count: number): string {
  return dayOf(new Date(Date.parse(day) + count * millisecondsOfDay))
}

/** Returns the same day so many months later; the 31st becomes the last day of a shorter month. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return dayOf(new Date(Date.UTC(year, month - 1 + count, Math.min(date, lastOfMonth))))
}
