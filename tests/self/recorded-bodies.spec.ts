import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { mostBodyBytes, sizeToText } from '../../src/http/long-text.ts'
import { unexplained } from '../../src/report/audit-entry.ts'
import { bodyText, captureWith, harWith, notesOf, packedHar } from './recordings/changed.ts'
import { audited, auditedContent, judgedEntry } from './recordings/index.ts'

const blind = 'only what needs no body was judged'

test.describe('a body', () => {
  const packings: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
    ['gzip', (bytes) => gzipSync(bytes)],
    ['x-gzip', (bytes) => gzipSync(bytes)],
    ['Deflate', (bytes) => deflateSync(bytes)],
    ['deflate', (bytes) => deflateRawSync(bytes)],
    ['br', (bytes) => brotliCompressSync(bytes)],
    ['identity', (bytes) => bytes],
  ]
  for (const [packing, pack] of packings) {
    test(`kept as base64 and packed as ${packing} is judged like one that is plain`, async () => {
      const [entry] = await auditedContent(packedHar(pack(Buffer.from(bodyText)), packing))
      expect(judgedEntry(entry).notes).toEqual([])
      expect(unexplained(judgedEntry(entry))).toEqual([])
    })
  }

  test('that cannot be unpacked is told', async () => {
    expect(await notesOf(packedHar(gzipSync(bodyText).subarray(0, 40), 'gzip'))).toEqual([
      `the body cannot be unpacked as gzip (Z_BUF_ERROR); ${blind}`,
    ])
    expect(await notesOf(packedHar(Buffer.from([0xff, 0xfe, 0x00]), 'zstd'))).toEqual([
      `the body is packed as zstd, which is not read; ${blind}`,
    ])
  })

  test('that unpacks to more than is judged is told', async () => {
    const bomb = gzipSync(Buffer.alloc(mostBodyBytes + 1, 32))
    expect(await notesOf(packedHar(bomb, 'gzip'))).toEqual([
      `the body is too large to be judged once it is unpacked; ${blind}`,
    ])
  })

  test('that is no base64 is told', async () => {
    const content = { size: 3, encoding: 'base64', text: '{"a":1}' }
    expect(await notesOf(harWith('response.content', content))).toEqual([
      `the body is said to be base64 and is not; ${blind}`,
    ])
  })

  test('in an unknown encoding is told', async () => {
    const content = { size: 3, encoding: 'rot13', text: 'nop' }
    expect(await notesOf(harWith('response.content', content))).toEqual([
      `the encoding "rot13" of the body is unknown; ${blind}`,
    ])
  })

  test('that nobody recorded is not taken for an empty one', async () => {
    const [entry] = await auditedContent(harWith('response.content', { size: 512 }))
    expect(judgedEntry(entry).notes).toEqual([`the body was not recorded; ${blind}`])
    expect(unexplained(judgedEntry(entry))).toEqual([])
    const [without] = await auditedContent(harWith('response.content', undefined))
    expect(judgedEntry(without).notes).toEqual([`response.content is missing; ${blind}`])
  })

  test('larger than is judged is left out, and the headers are judged all the same', async () => {
    const large = `{"a":"${'x'.repeat(mostBodyBytes + 1)}"}`
    const [entry] = await auditedContent(captureWith('response.bodyText', large))
    // What is escaped counts as it is written in the file.
    const bytes = JSON.stringify(large).length - 2
    expect(judgedEntry(entry).notes).toContain(
      `the body of ${sizeToText(bytes)} is larger than the ${sizeToText(mostBodyBytes)} that are judged; ${blind}`,
    )
    expect(judgedEntry(entry).checks).toBeGreaterThan(3)
  })

  test('of an HTML page in the place of JSON is judged as what it is', async () => {
    const page = '<!doctype html><html lang="en"><body>Bad gateway</body></html>'
    const [entry] = await auditedContent(harWith('response.content', { size: page.length, text: page }))
    expect(unexplained(judgedEntry(entry)).map(({ requirement }) => requirement)).toContain('http.json.valid')
  })

  test('beside a parsed one that says something else is told', async () => {
    expect(await notesOf(captureWith('response.body.accountGroupSummary', []))).toEqual([
      'response.body (an object) and response.bodyText differ at /accountGroupSummary/0; what was judged is the text',
    ])
  })

  test('of another length than the answer said is told', async () => {
    const text = captureWith('response.headers.Content-Length', String(bodyText.length + 2))
    expect(await notesOf(text)).toEqual([
      `Content-Length says ${bodyText.length + 2} bytes, the recording holds ${bodyText.length}`,
    ])
  })

  test('that Playwright keeps in a file of its own is found beside the recording', async ({}, testInfo) => {
    const folder = testInfo.outputPath('har')
    mkdirSync(folder)
    writeFileSync(path.join(folder, 'body.json'), bodyText)
    writeFileSync(path.join(folder, 'with.har'), harWith('response.content', { size: 1, _file: 'body.json' }))
    writeFileSync(path.join(folder, 'without.har'), harWith('response.content', { size: 1, _file: '../x' }))
    const entries = await audited([path.join(folder, 'with.har'), path.join(folder, 'without.har')])
    expect(entries.map((entry) => judgedEntry(entry).notes)).toEqual([
      [],
      [`the file ../x with the body is not beside the recording; ${blind}`],
    ])
  })
})
