import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { shortenTexts } from '../../src/audit/long-texts.ts'
import { leftOutBytes } from '../../src/http/long-text.ts'
import { accounts, captureWith, harWith, notesOf, sampleNamed, whyOf } from './recordings/changed.ts'
import {
  audited,
  auditedContent,
  harEntryOf,
  harOf,
  judgedEntry,
  writeRecording,
} from './recordings/index.ts'

test.describe('an entry that cannot be judged', () => {
  const damages: readonly (readonly [at: string, value: unknown, why: string])[] = [
    ['request', undefined, 'request is missing, not an object'],
    ['response', 7, 'response is a number, not an object'],
    ['request.method', undefined, 'request.method is missing, not a text'],
    ['request.method', 'G E T', 'request.method is no method of HTTP'],
    ['request.url', '', 'request.url is empty, not a text'],
    ['request.url', '/v1/accounts', 'request.url is no address that begins with http:// or https://'],
    ['response.status', '200', 'response.status is a text, not a number'],
    ['response.status', 42, 'response.status is 42, which is no status of HTTP'],
    ['response.headers', null, 'response.headers is null'],
    ['request.headers', 'none', 'request.headers is a text'],
  ]
  for (const [at, value, why] of damages) {
    test(`says why: ${why} (${String(value)})`, async () => {
      expect(await whyOf(captureWith(at, value))).toContain(why)
      expect(await whyOf(harWith(at, value))).toContain(why)
    })
  }

  test('says which header is none', async () => {
    expect(await whyOf(captureWith('response.headers.Date', 7))).toBe(
      'response.headers.Date is a number, not a text',
    )
    expect(await whyOf(harWith('response.headers', [{ name: 'Date' }]))).toBe(
      'response.headers[0].value is missing, not a text',
    )
    expect(await whyOf(harWith('response.headers', ['Date']))).toBe(
      'response.headers[0] is a text, not an object',
    )
  })

  test('does not keep the others from being judged', async () => {
    const good = harEntryOf(accounts)
    const entries = await auditedContent(harOf([good, { request: 1 }, good]))
    expect(entries.map(({ outcome, name }) => `${name} ${outcome}`)).toEqual([
      'entry 1 judged',
      'entry 2 unreadable',
      'entry 3 judged',
    ])
  })

  test('because nobody answered, or not the API, is set aside', async () => {
    expect(await whyOf(harWith('response.status', 0))).toBe('never answered')
    expect(await whyOf(harWith('_fromCache', 'disk'))).toBe("answered by the browser's cache")
    expect(await whyOf(harWith('request.url', 'data:text/plain,x'))).toBe('not called over HTTP (data)')
  })
})

test.describe('fields that nobody needs', () => {
  test('may be missing', async () => {
    for (const at of ['capturedAt', 'response.timeMs', 'id', 'operation', 'notes', 'source'])
      expect(await notesOf(captureWith(at, undefined))).toEqual([])
    for (const at of ['time', 'startedDateTime', 'request.queryString'])
      expect(await notesOf(harWith(at, undefined))).toEqual([])
  })

  test('are told when they are of the wrong kind', async () => {
    expect(await notesOf(captureWith('capturedAt', 7))).toEqual([
      'capturedAt is a number, and was passed over',
    ])
    expect(await notesOf(captureWith('market', 'XX'))).toEqual(['market "XX" is unknown'])
    expect(await notesOf(harWith('time', 'long'))).toEqual(['time is a text, and was passed over'])
  })

  test('are told when they contradict the exchange', async () => {
    expect(await notesOf(captureWith('operation', 'GET /v1/cards'))).toEqual([
      'the recording calls it GET /v1/cards; its address is that of GET /v1/accounts',
    ])
  })
})

test.describe('a file', () => {
  const har = harOf([harEntryOf(accounts), harEntryOf(accounts)])

  test('may be packed, or written with two bytes a letter, or begin with a mark', async () => {
    const forms = [
      gzipSync(har),
      Buffer.from(`\uFEFF${har}`),
      Buffer.from(`\uFEFF${har}`, 'utf16le'),
      Buffer.from(har, 'utf16le'),
      Buffer.from(har, 'utf16le').swap16(),
    ]
    for (const form of forms)
      expect((await auditedContent(form)).map(({ outcome }) => outcome)).toEqual(['judged', 'judged'])
  })

  test('may hold a list of exchanges, or one a line', async () => {
    const list = JSON.stringify([accounts, accounts, 7])
    expect((await auditedContent(list)).map(({ outcome }) => outcome)).toEqual([
      'judged',
      'judged',
      'unreadable',
    ])
    const lines = `${JSON.stringify(accounts)}\n${JSON.stringify(sampleNamed('cards'))}\n`
    expect((await auditedContent(lines)).map(({ name }) => name)).toEqual(['accounts', 'cards'])
  })

  test('that breaks off is judged as far as it goes', async () => {
    const entries = await auditedContent(har.slice(0, -50))
    expect(entries.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'entry 1 judged',
      'after entry 1 unreadable',
    ])
    expect(entries[1]).toMatchObject({
      why: `nothing more could be read: it breaks off after ${har.length - 50} bytes`,
    })
  })

  test('that is damaged in the middle is judged up to there', async () => {
    const at = har.lastIndexOf('"request"')
    const entries = await auditedContent(`${har.slice(0, at)}?${har.slice(at)}`)
    expect(entries[1]).toMatchObject({
      name: 'after entry 1',
      why: `nothing more could be read: it is no JSON from byte ${at} on, where "?" stands`,
    })
  })

  test('with bytes that are no UTF-8 is judged, and says where', async () => {
    const text = harOf([harEntryOf(accounts), harEntryOf(sampleNamed('cards'))])
    const [first, second] = await auditedContent(
      Buffer.from(text.replace('CURRENT ACCOUNT', 'CONTA CORRENTE Ã'), 'latin1'),
    )
    expect(judgedEntry(first).notes).toEqual(['the recording holds bytes here that are no UTF-8'])
    expect(judgedEntry(second).notes).toEqual([])
  })

  const others: readonly (readonly [what: string, content: string | Uint8Array, why: string])[] = [
    ['empty', '', 'is empty'],
    ['a page', '<!doctype html>', 'it is no JSON from byte 0 on'],
    ['an empty list', '[]', 'is neither a HAR file'],
    ['a number', '42 ', 'is neither a HAR file'],
    ['a HAR file without entries', harOf([]), 'holds no exchange'],
    ['an archive', Buffer.from('PK\u0003\u0004xxxx'), 'is a zip archive'],
    ['broken gzip', gzipSync(har).subarray(0, 60), 'cannot be unpacked as gzip'],
    ['brackets without end', '['.repeat(100_000), 'it is nested deeper than 500'],
    ['nothing but zeros', Buffer.alloc(1000), 'it is no JSON'],
  ]
  for (const [what, content, why] of others) {
    test(`that is ${what} is no recording`, async () => {
      const [entry, ...more] = await auditedContent(content)
      expect(entry).toMatchObject({ outcome: 'unreadable', name: 'the file' })
      expect(entry).toHaveProperty('why', expect.stringContaining(why))
      expect(more).toEqual([])
    })
  }

  test('that holds other JSON says so', async () => {
    expect(await whyOf('{"a":1}')).toBe(
      'it is neither a HAR file with entries in log.entries nor an exchange with request and response',
    )
  })

  test('that is not there, or is a folder, does not keep the others from being judged', async ({}, testInfo) => {
    const folder = testInfo.outputPath('folder')
    mkdirSync(folder)
    const entries = await audited([path.join(folder, 'none.har'), folder, writeRecording('x.har', har)])
    expect(entries.map((entry) => (entry.outcome === 'judged' ? 'judged' : entry.why))).toEqual([
      'it does not exist',
      'it is a folder',
      'judged',
      'judged',
    ])
  })
})

test('a body nested a thousand levels deep breaks nothing', async () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
  const [entry] = await auditedContent(captureWith('response.bodyText', deep))
  expect(['judged', 'unreadable']).toContain(entry?.outcome)
})

test('texts of any length pass in chunks of any size, and those too long are left out', async () => {
  const texts = ['', 'é', '\\', '"', '\\"', 'a'.repeat(30), '\\'.repeat(30)]
  const values = Object.fromEntries(texts.map((text) => [text, [text, 1, { [`${text}x`]: text }]]))
  const json = Buffer.from(JSON.stringify(values))
  for (let size = 1; size <= 20; size++) {
    expect(await shortened(json, size, 1000)).toBe(json.toString())
    const short = JSON.parse(await shortened(json, size, 20)) as Record<string, unknown>
    expect(Object.keys(short).filter((key) => leftOutBytes(key) !== undefined)).not.toEqual([])
  }
})

async function shortened(bytes: Buffer, size: number, most: number): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of shortenTexts(inPieces(bytes, size), most)) parts.push(part)
  return Buffer.concat(parts).toString()
}

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  await Promise.resolve()
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
