import { existsSync, readFileSync } from 'node:fs'

/** How long something took. */
export interface Time {
  /** Wall-clock time in milliseconds. */
  readonly ms: number
  /** Time that child processes spent on processors, in milliseconds; undefined where the system does not tell. */
  readonly cpuMs?: number
}

/** Starts to measure; what it returns tells the time so far. Child processes count when they have ended. */
export function stopwatch(): () => Time {
  const start = performance.now()
  const before = childrenMs()
  return () => {
    const after = childrenMs()
    const ms = Math.round(performance.now() - start)
    return before === undefined || after === undefined ? { ms } : { ms, cpuMs: after - before }
  }
}

/** Adds up times; processor time is known when it is of every part. */
export function sumOf(times: readonly Time[]): Time {
  const ms = times.reduce((sum, one) => sum + one.ms, 0)
  const known = times.flatMap(({ cpuMs }) => (cpuMs === undefined ? [] : [cpuMs]))
  return known.length === times.length ? { ms, cpuMs: known.reduce((sum, one) => sum + one, 0) } : { ms }
}

const statFile = '/proc/self/stat'
const msPerTick = 10

/** Processor time of all children that have ended, as Linux tells it: user and system time in ticks. */
function childrenMs(): number | undefined {
  if (!existsSync(statFile)) return undefined
  const fields = readFileSync(statFile, 'utf8').split(') ')[1]?.split(' ') ?? []
  const [user, system] = fields.slice(13, 15).map(Number)
  return user === undefined || system === undefined ? undefined : (user + system) * msPerTick
}
