import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { RecordingError } from '../errors.ts'

/** The bytes of a recording, as UTF-8 whatever they were on disk. */
export interface RecordingBytes {
  readonly chunks: AsyncIterable<Buffer>
  /** Whether a byte was no UTF-8 so far; such bytes are read as U+FFFD. */
  readonly isDamaged: () => boolean
}

/** Opens a recording; `onRead` hears of every byte that came from the disk. */
export function openRecording(file: string, onRead: (bytes: number) => void): RecordingBytes {
  let damaged = false
  return {
    chunks: repair(toUtf8(unpack(readDisk(file, onRead), file), file), () => (damaged = true)),
    isDamaged: () => damaged,
  }
}

async function* readDisk(file: string, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      onRead((chunk as Buffer).length)
      yield chunk as Buffer
    }
  } catch (cause) {
    const { code } = cause as { code?: string }
    const why = code === 'EISDIR' ? 'is a folder' : code === 'ENOENT' ? 'does not exist' : 'cannot be read'
    throw new RecordingError('recording-unreadable', `${file} ${why}`, {
      fix: 'name HAR files, or exchanges in the plain JSON form',
      cause,
    })
  }
}

/** Looks at the first bytes before it passes everything on. */
async function* unpack(chunks: AsyncGenerator<Buffer>, file: string): AsyncGenerator<Buffer> {
  const next = await chunks.next()
  if (next.done === true) return
  const first = next.value
  if (first.subarray(0, 2).equals(Buffer.from('PK')))
    throw new RecordingError('recording-unreadable', `${file} is a zip archive`, {
      fix: 'unpack it and name the .har file inside',
    })
  const all = prepend(first, chunks)
  yield* first[0] === 0x1f && first[1] === 0x8b ? gunzip(all, file) : all
}

async function* prepend(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* rest
}

async function* gunzip(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  const packed = createGunzip()
  const fed = feed(chunks, packed)
  try {
    for await (const chunk of packed) yield chunk as Buffer
    await fed
  } catch (cause) {
    throw new RecordingError(
      'recording-unreadable',
      `${file} cannot be unpacked as gzip: ${(cause as Error).message}`,
      { cause },
    )
  }
}

async function feed(chunks: AsyncIterable<Buffer>, stream: ReturnType<typeof createGunzip>): Promise<void> {
  for await (const chunk of chunks)
    if (!stream.write(chunk)) await new Promise((resolve) => stream.once('drain', resolve))
  stream.end()
}

/** Texts of two bytes a letter begin with a mark, or have a zero where JSON has its first bracket. */
async function* toUtf8(chunks: AsyncGenerator<Buffer>, file: string): AsyncGenerator<Buffer> {
  const next = await chunks.next()
  if (next.done === true) throw new RecordingError('recording-unreadable', `${file} is empty`)
  const first = next.value
  const all = prepend(first, chunks)
  const name = encodingOf(first)
  if (name === undefined) {
    yield* all
    return
  }
  const decoder = new TextDecoder(name)
  for await (const chunk of all) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}

function encodingOf([first, second]: Buffer): string | undefined {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be'
  return undefined
}

/** Replaces bytes that are no UTF-8, and tells. */
async function* repair(chunks: AsyncIterable<Buffer>, onDamage: () => void): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const joined = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const end = wholeLetters(joined)
    rest = Buffer.from(joined.subarray(end))
    yield clean(joined.subarray(0, end), onDamage)
  }
  if (rest.length > 0) yield clean(rest, onDamage)
}

function clean(bytes: Buffer, onDamage: () => void): Buffer {
  if (isUtf8(bytes)) return bytes
  onDamage()
  return Buffer.from(bytes.toString('utf8'))
}

/** Finds where the last letter of a chunk begins, when it goes on in the next chunk. */
function wholeLetters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) return lettersLength(byte) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

function lettersLength(first: number): number {
  if (first >= 0xf0) return 4
  return first >= 0xe0 ? 3 : 2
}
