import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const minuteMs = 60_000

/**
 * The times of the calls that runs on this machine made with one application, so that a run which follows
 * another at once knows what is left of the minute. It holds times and nothing else.
 */
export class Ledger {
  readonly #file: string

  constructor(baseUrl: string, clientId: string, folder: string = tmpdir()) {
    const name = createHash('sha256').update(`${baseUrl} ${clientId}`).digest('hex').slice(0, 16)
    this.#file = path.join(folder, `citi-conformance-${name}.calls`)
  }

  /** Counts the calls of the last minute; a file that cannot be read counts none. */
  recent(now: number): number {
    const times = this.#read()
    const recent = times.filter((time) => time > now - minuteMs && time <= now).length
    // Only a file of old lines alone is emptied: another run may be adding to it.
    if (times.length > 0 && recent === 0) this.#quietly(() => writeFileSync(this.#file, '', { mode: 0o600 }))
    return recent
  }

  /** Notes a call. */
  add(now: number): void {
    this.#quietly(() => appendFileSync(this.#file, `${now}\n`, { mode: 0o600 }))
  }

  /** Notes that nothing is left of the minute, whoever spent it: as many calls as the cap holds. */
  spend(now: number, perMinute: number): void {
    const missing = Math.max(0, perMinute - this.recent(now))
    this.#quietly(() => appendFileSync(this.#file, `${now}\n`.repeat(missing), { mode: 0o600 }))
  }

  #read(): number[] {
    try {
      return readFileSync(this.#file, 'utf8').split('\n').filter(Boolean).map(Number)
    } catch {
      return []
    }
  }

  /** The ledger is a courtesy between runs: where it cannot be written, the target's own headers must do. */
  #quietly(write: () => void): void {
    try {
      write()
    } catch {
      // Nothing depends on it.
    }
  }
}
