import type { WriteStream } from 'node:tty'

const width = 30
const perSecond = 10

/** A bar on a terminal that shows how much of some bytes is done; silent everywhere else. */
export class Progress {
  readonly #stream: WriteStream | undefined
  readonly #total: number
  readonly #startedAt = Date.now()
  #done = 0
  #count = 0
  #drawnAt = 0

  constructor(stream: WriteStream, total: number) {
    this.#stream = stream.isTTY ? stream : undefined
    this.#total = Math.max(total, 1)
  }

  /** Counts bytes that are done. */
  add(bytes: number): void {
    this.#done += bytes
    this.#draw()
  }

  /** Counts an exchange. */
  count(): void {
    this.#count += 1
  }

  /** Takes the bar away, so that something can be written in its place. */
  clear(): void {
    this.#stream?.write('\r\u001B[K')
    this.#drawnAt = 0
  }

  #draw(): void {
    const now = Date.now()
    if (this.#stream === undefined || now - this.#drawnAt < 1000 / perSecond) return
    this.#drawnAt = now
    this.#stream.write(`\r${barOf(this.#done / this.#total, this.#count, now - this.#startedAt)}\u001B[K`)
  }
}

/** Writes a bar, for example `━━━━────  50 %, 1200 exchanges, 3 s to go`. */
export function barOf(share: number, count: number, elapsedMs: number): string {
  const done = Math.min(share, 1)
  const filled = Math.round(done * width)
  const left = done === 0 ? undefined : Math.ceil((elapsedMs * (1 - done)) / done / 1000)
  const bar = '━'.repeat(filled) + '─'.repeat(width - filled)
  return `${bar} ${Math.floor(done * 100)} %, ${count} exchanges${left === undefined ? '' : `, ${left} s to go`}`
}
