import { isUtf8 } from 'node:buffer'
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { type HeaderLine, headerOf } from './exchange.ts'
import { leftOutBytes, mostBodyBytes, tooLargeToJudge } from './long-text.ts'
import type { Notes } from './recorded-fields.ts'

/** A body as a recording keeps it. */
export interface RecordedBody {
  readonly text: string
  /** How the text stands for bytes: as it is, or `base64`. */
  readonly encoding: string | undefined
  readonly headers: readonly HeaderLine[]
}

/** Reads the bytes of a body; undefined, with a note, when they cannot be had. */
export function readBody({ text, encoding, headers }: RecordedBody, notes: Notes): Buffer | undefined {
  const large = leftOutBytes(text)
  if (large !== undefined) return refuse(notes, tooLargeToJudge(large))
  if (encoding !== undefined && encoding !== '' && encoding !== 'base64')
    return refuse(notes, `the encoding ${JSON.stringify(encoding.slice(0, 20))} of the body is unknown`)
  if (encoding !== 'base64') return Buffer.from(text)
  if (!/^[\w+/\s-]*={0,2}\s*$/.test(text)) return refuse(notes, 'the body is said to be base64 and is not')
  return unpack(Buffer.from(text, 'base64'), headerOf(headers, 'content-encoding') ?? '', notes)
}

type Unpacker = (bytes: Buffer, options: { maxOutputLength: number }) => Buffer

const unpackers: Readonly<Record<string, Unpacker>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: (bytes, options) => (bytes[0] === 0x78 ? inflateSync : inflateRawSync)(bytes, options),
  br: brotliDecompressSync,
}

/** Most recorders keep bodies unpacked, whatever the header says; packed bytes are no text. */
function unpack(bytes: Buffer, packing: string, notes: Notes): Buffer | undefined {
  const name = packing.trim().toLowerCase()
  if (name === '' || name === 'identity' || isUtf8(bytes)) return bytes
  const unpacker = unpackers[name]
  if (unpacker === undefined) return refuse(notes, `the body is packed as ${name}, which is not read`)
  try {
    return unpacker(bytes, { maxOutputLength: mostBodyBytes })
  } catch (error) {
    const { code = '' } = error as { code?: string }
    return refuse(
      notes,
      code === 'ERR_BUFFER_TOO_LARGE'
        ? 'the body is too large to be judged once it is unpacked'
        : `the body cannot be unpacked as ${name} (${code || (error as Error).message})`,
    )
  }
}

/** Notes when the request says that it has another body than the recording, or has one at all. */
export function compareRequest(
  body: { readonly text: string | undefined; readonly isExact: boolean },
  headers: readonly HeaderLine[],
  notes: Notes,
): void {
  const said = Number(headerOf(headers, 'content-length'))
  const held = Buffer.byteLength(body.text ?? '')
  const isPacked = headerOf(headers, 'content-encoding') !== undefined
  if (Number.isNaN(said) || isPacked || (held > 0 && !body.isExact) || said === held) return
  notes.add(`the request says that its body has ${said} bytes, the recording holds ${held}`)
}

function refuse(notes: Notes, why: string): Buffer | undefined {
  notes.add(`${why}; only what needs no body was judged`)
  return undefined
}

/** Notes when the bytes are not as many as the answer itself said. */
export function compareLength(bytes: Buffer | undefined, headers: readonly HeaderLine[], notes: Notes): void {
  const said = headerOf(headers, 'content-length')
  const isPacked = headerOf(headers, 'content-encoding') !== undefined
  if (bytes === undefined || said === undefined || isPacked || !/^\d+$/.test(said)) return
  if (Number(said) !== bytes.length)
    notes.add(`Content-Length says ${said} bytes, the recording holds ${bytes.length}`)
}
