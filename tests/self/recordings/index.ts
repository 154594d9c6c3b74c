import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { auditRecordings, type AuditOptions } from '../../../src/audit/audit.ts'
import type { AuditedEntry, JudgedEntry } from '../../../src/report/audit-entry.ts'
import { contract, validators } from '../../../src/testing/contract.ts'
import { accountSamples } from './account-samples.ts'
import { cardSamples } from './card-samples.ts'
import type { Recorded, Sample } from './recorded.ts'
import { tokenSamples } from './token-samples.ts'

/** Every sample of what the bank's sandbox was seen to answer. */
export const samples: readonly Sample[] = [...tokenSamples, ...accountSamples, ...cardSamples]

/** Writes a recording into a folder of its own and returns its path. */
export function writeRecording(name: string, content: string | Uint8Array): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'recording-')), name)
  writeFileSync(file, content)
  return file
}

/** Audits files and returns every entry. */
export async function audited(
  files: string | readonly string[],
  options: Partial<AuditOptions> = {},
): Promise<AuditedEntry[]> {
  const entries: AuditedEntry[] = []
  const book = { contract, validators }
  for await (const entry of auditRecordings([files].flat(), { book, ...options })) entries.push(entry)
  return entries
}

/** Audits one recording that is given as its content. */
export function auditedContent(
  content: string | Uint8Array,
  options: Partial<AuditOptions> = {},
): Promise<AuditedEntry[]> {
  return audited(writeRecording('recording.json', content), options)
}

/** Takes an entry for one that was judged. */
export function judgedEntry(entry: AuditedEntry | undefined): JudgedEntry & { file: string; name: string } {
  if (entry?.outcome === 'judged') return entry
  throw new Error(`not judged: ${JSON.stringify(entry)}`)
}

/** Turns a sample into the entry of a HAR file. */
export function harEntryOf({ request, response }: Recorded): object {
  const lines = (headers: Recorded['request']['headers']) =>
    Object.entries(headers).flatMap(([name, value]) => [value].flat().map((line) => ({ name, value: line })))
  const { body } = request
  return {
    startedDateTime: '2020-07-07T08:00:00.000Z',
    time: response.timeMs,
    request: {
      method: request.method,
      url: request.url,
      headers: lines(request.headers),
      ...(body === null
        ? {}
        : { postData: { mimeType: 'any', text: typeof body === 'string' ? body : JSON.stringify(body) } }),
    },
    response: {
      status: response.status,
      headers: lines(response.headers),
      content: { size: response.bodyText?.length ?? 0, text: response.bodyText ?? '' },
    },
  }
}

/** Puts entries into a HAR file. */
export function harOf(entries: readonly object[]): string {
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'self-test', version: '1' }, entries } })
}
