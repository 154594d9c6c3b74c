import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { RecordingError } from '../errors.ts'
import { isCapture, readCapture } from '../http/capture.ts'
import type { Reading } from '../http/captured.ts'
import { type ReadAttachment, readHarEntry } from '../http/har.ts'
import { mostBodyBytes } from '../http/long-text.ts'
import { DamagedEntry, isFields, kindOf } from '../http/recorded-fields.ts'
import { openRecording } from './bytes.ts'
import { type ItemFacts, ItemReader, type JsonItem } from './json-items.ts'
import { shortenTexts } from './long-texts.ts'

const neither = 'neither a HAR file with entries in log.entries nor an exchange with request and response'

/** One entry of a recording, or the reason why what follows could not be read. */
export interface RecordedEntry {
  readonly file: string
  /** What to call it, for example `entry 17`. */
  readonly name: string
  readonly reading: Reading
}

/**
 * Reads a recording entry by entry, in bounded memory; `onRead` hears of every byte that came from the disk.
 * RecordingError when the file is no recording at all.
 */
export async function* readRecording(
  file: string,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<RecordedEntry> {
  const bytes = openRecording(file, onRead)
  const reader = new ItemReader()
  const attachment = attachmentsBeside(file)
  let count = 0
  let isTold = false
  for await (const chunk of shortenTexts(bytes.chunks, mostBodyBytes))
    for (const item of reader.write(chunk)) {
      count += 1
      const reading = readItem(item, attachment)
      isTold ||= bytes.isDamaged() && isDamaged(item.value)
      yield {
        file,
        name: nameOf(item, count),
        reading: bytes.isDamaged() ? withDamage(reading, item) : reading,
      }
    }
  if (bytes.isDamaged() && !isTold && count > 0) yield damagedElsewhere(file)
  yield* closingEntry(file, reader.end(), count)
}

function nameOf({ kind, value }: JsonItem, count: number): string {
  const id = isFields(value) ? value['id'] : undefined
  return kind === 'value' && typeof id === 'string' && id !== '' ? id.slice(0, 100) : `entry ${count}`
}

function damagedElsewhere(file: string): RecordedEntry {
  const why = 'bytes that are no UTF-8, in parts of the file that hold no exchange'
  return { file, name: 'the file', reading: { kind: 'set-aside', why } }
}

function* closingEntry(file: string, facts: ItemFacts, count: number): Generator<RecordedEntry> {
  const { problem } = facts
  if (count === 0) throw nothingIn(file, facts)
  if (problem !== undefined)
    yield {
      file,
      name: `after entry ${count}`,
      reading: { kind: 'unreadable', why: `nothing more could be read: ${problem}` },
    }
}

function nothingIn(file: string, { isHar, problem }: ItemFacts): RecordingError {
  const why =
    problem === undefined
      ? isHar
        ? 'holds no exchange'
        : `is ${neither}`
      : `holds no exchange that can be read: ${problem}`
  return new RecordingError('recording-unreadable', `${file} ${why}`)
}

function readItem({ kind, value }: JsonItem, attachment: ReadAttachment): Reading {
  try {
    if (kind === 'entry') return readEntry(value, attachment)
    if (isCapture(value)) return { kind: 'exchange', captured: readCapture(value) }
    return {
      kind: 'unreadable',
      why: isFields(value) ? `it is ${neither}` : `it is ${kindOf(value)}, and no exchange`,
    }
  } catch (error) {
    // Depth alone makes the runtime give up on what is well-formed.
    if (error instanceof DamagedEntry || error instanceof RangeError)
      return { kind: 'unreadable', why: error.message }
    throw error
  }
}

function readEntry(value: unknown, attachment: ReadAttachment): Reading {
  const entry = readHarEntry(value, attachment)
  return 'setAside' in entry
    ? { kind: 'set-aside', why: entry.setAside }
    : { kind: 'exchange', captured: entry.captured }
}

/** Only what was near the damage holds the letter that stands for it. */
function withDamage(reading: Reading, { value }: JsonItem): Reading {
  if (reading.kind !== 'exchange' || !isDamaged(value)) return reading
  const { captured } = reading
  const note = 'the recording holds bytes here that are no UTF-8'
  return { kind: 'exchange', captured: { ...captured, notes: [...captured.notes, note] } }
}

function isDamaged(value: unknown): boolean {
  return JSON.stringify(value).includes('\uFFFD')
}

/** Playwright keeps bodies in files of their own beside the HAR file. */
function attachmentsBeside(file: string): ReadAttachment {
  return (name) => {
    const attached = path.join(path.dirname(file), path.basename(name))
    try {
      return statSync(attached).size > mostBodyBytes ? undefined : readFileSync(attached)
    } catch {
      return undefined
    }
  }
}
