import { auditedContent, harEntryOf, harOf, judgedEntry, samples } from './index.ts'
import type { Recorded } from './recorded.ts'

/** Returns the sample of that name. */
export function sampleNamed(id: string): Recorded {
  return samples.find(({ recorded }) => recorded.id === id)!.recorded
}

/** The list of accounts. */
export const accounts = sampleNamed('accounts')
/** Its body. */
export const bodyText = accounts.response.bodyText!

type Json = Record<string, unknown>

/** A HAR file with one entry in which one thing is different; a path of names leads to it. */
export function harWith(at: string, value: unknown): string {
  return harOf([changedAt(harEntryOf(accounts) as Json, at, value)])
}

/** The same exchange in the plain form. */
export function captureWith(at: string, value: unknown): string {
  return JSON.stringify(changedAt(accounts as unknown as Json, at, value))
}

function changedAt(from: Json, at: string, value: unknown): Json {
  const [name = '', ...rest] = at.split('.')
  const inner = rest.length === 0 ? value : changedAt(from[name] as Json, rest.join('.'), value)
  return { ...from, [name]: inner }
}

/** A HAR file whose body is kept as bytes, and whose answer says how they are packed. */
export function packedHar(bytes: Buffer, packing: string): string {
  const entry = harEntryOf(accounts) as { response: { headers: object[]; content: object } }
  entry.response.headers.push({ name: 'Content-Encoding', value: packing })
  entry.response.content = { size: bytes.length, encoding: 'base64', text: bytes.toString('base64') }
  return harOf([entry])
}

/** Audits a recording of one exchange and returns what is odd about it. */
export async function notesOf(content: string | Uint8Array): Promise<readonly string[]> {
  return judgedEntry((await auditedContent(content))[0]).notes
}

/** Audits a recording of one exchange and returns why it was not judged. */
export async function whyOf(content: string | Uint8Array): Promise<string> {
  const [entry] = await auditedContent(content)
  return entry?.outcome === 'judged' ? 'it was judged' : (entry?.why ?? 'no entry')
}
