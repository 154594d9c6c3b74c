import { leftOut } from '../http/long-text.ts'

const quote = 0x22
const backslash = 0x5c

/** A text that a chunk did not end. */
interface OpenText {
  /** Its bytes; empty once it is known to be too long. */
  kept: Buffer[]
  /** How many bytes it has so far, escapes included. */
  length: number
  /** Whether the last byte was a backslash that escapes the next. */
  escaped: boolean
}

/**
 * Passes JSON on byte for byte, but for texts longer than allowed: in their place stands how long they were.
 * So no text, however large, is ever whole in memory. Chunks must be smaller than the longest text allowed.
 */
export async function* shortenTexts(
  chunks: AsyncIterable<Buffer>,
  mostBytes: number,
): AsyncGenerator<Buffer> {
  let open: OpenText | undefined
  for await (const chunk of chunks) {
    let start = 0
    let outside = 0
    if (open !== undefined) {
      start = endOfText(chunk, 0, open)
      take(open, chunk.subarray(0, start), mostBytes)
      if (start === chunk.length) continue
      yield* written(open, mostBytes)
      outside = start + 1
    }
    open = findOpenText(chunk, outside)
    yield chunk.subarray(start, chunk.length - (open?.length ?? 0))
  }
  // A text that never ends must reach the reader of JSON as such.
  if (open !== undefined) yield* written(open, mostBytes)
}

function take(open: OpenText, bytes: Buffer, mostBytes: number): void {
  open.length += bytes.length
  if (open.length > mostBytes) open.kept = []
  else open.kept.push(bytes)
}

function written({ kept, length }: OpenText, mostBytes: number): Buffer[] {
  return length > mostBytes ? [Buffer.from(JSON.stringify(leftOut(length)).slice(1, -1))] : kept
}

/** Finds the text that begins in a chunk and does not end there; `from` lies outside of texts. */
function findOpenText(chunk: Buffer, from: number): OpenText | undefined {
  let start = chunk.indexOf(quote, from)
  while (start >= 0) {
    const open: OpenText = { kept: [], length: 0, escaped: false }
    const end = endOfText(chunk, start + 1, open)
    if (end === chunk.length) {
      const bytes = chunk.subarray(start + 1)
      return { kept: [bytes], length: bytes.length, escaped: open.escaped }
    }
    start = chunk.indexOf(quote, end + 1)
  }
  return undefined
}

/** Finds the quote that ends a text; the length of the chunk when the text goes on. */
function endOfText(chunk: Buffer, from: number, open: OpenText): number {
  let escaped = open.escaped
  for (let at = from; at < chunk.length; at++) {
    if (escaped) escaped = false
    else if (chunk[at] === backslash) escaped = true
    else if (chunk[at] === quote) return at
  }
  open.escaped = escaped
  return chunk.length
}
