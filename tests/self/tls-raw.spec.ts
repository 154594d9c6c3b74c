import { expect, test } from '@playwright/test'
import { nameAnswer } from '../../src/tls/raw/answer.ts'
import { buildClientHello } from '../../src/tls/raw/client-hello.ts'
import { readFlight } from '../../src/tls/raw/flight.ts'
import { type VersionId, versions } from '../../src/tls/raw/numbers.ts'
import { buildSsl2Hello, isSsl2ServerHello } from '../../src/tls/raw/ssl2.ts'
import { suiteOf, suites12, suites13 } from '../../src/tls/raw/suites.ts'
import { readClientHello } from './tls/client-hello.ts'
import { buildFlight, buildSsl2Flight, fatalAlert } from './tls/server-flight.ts'

const certificate = Buffer.from('not read as a certificate here')
const suiteNamed = (name: string) => suites12.find((suite) => suite.name === name)!.number
const ecdhe = suiteNamed('TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256')
const flight = buildFlight({ version: versions.tls12, suite: ecdhe, certificate })

for (const version of Object.keys(versions) as VersionId[]) {
  test(`a hello of ${version} says what it was told to`, () => {
    const suites = (version === 'tls13' ? suites13 : suites12).map(({ number }) => number)
    const read = readClientHello(buildClientHello({ version, suites, servername: 'bank.example' }))
    expect(read?.version).toBe(versions[version])
    expect(read?.suites.slice(0, suites.length)).toEqual(suites)
    expect(read?.servername).toBe(version === 'ssl3' ? undefined : 'bank.example')
  })
}

test('an address is never sent as a name', () => {
  const names = ['127.0.0.1', '::1', undefined].map((servername) =>
    readClientHello(buildClientHello({ version: 'tls12', suites: [ecdhe], servername }))?.extensions.has(0),
  )
  expect(names).toEqual([false, false, false])
})

test('no hello has a length that hangs old load balancers', () => {
  const lengths = suites12.map(
    (_, count) =>
      buildClientHello({
        version: 'tls12',
        suites: suites12.slice(0, count + 1).map(({ number }) => number),
        servername: 'bank.example',
      }).length - 5,
  )
  expect(lengths.filter((length) => length >= 256 && length <= 511)).toEqual([])
  expect(Math.min(...lengths)).toBeLessThan(256)
})

test('each suite has a number and a name of its own', () => {
  const all = [...suites12, ...suites13]
  expect(new Set(all.map(({ number }) => number)).size).toBe(all.length)
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  expect(suiteOf(0xc02f).name).toBe('TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256')
  expect(suiteOf(0xffff).name).toBe('unknown suite 0xffff')
})

test('a whole flight is read', () => {
  expect(readFlight(flight)).toMatchObject({
    hello: { version: versions.tls12, suite: ecdhe, compression: 0 },
    certificates: [certificate],
    keyExchange: { kind: 'ec', group: 23 },
    asksForCertificate: false,
    complete: true,
  })
})

const keys = [
  ['TLS_DHE_RSA_WITH_AES_128_GCM_SHA256', { kind: 'dh', bits: 2048 }],
  ['TLS_RSA_EXPORT_WITH_RC4_40_MD5', { kind: 'export-rsa', bits: 512 }],
  ['TLS_RSA_WITH_AES_128_CBC_SHA', undefined],
] as const
for (const [name, keyExchange] of keys) {
  test(`the key of ${name} is read`, () => {
    const bytes = buildFlight({ version: versions.tls12, suite: suiteNamed(name), certificate })
    expect(readFlight(bytes).keyExchange).toEqual(keyExchange)
  })
}

test('a flight that is cut anywhere is incomplete and breaks nothing', () => {
  const cut = [...flight.keys()].map((length) => readFlight(flight.subarray(0, length)))
  expect(cut.filter(({ complete }) => complete)).toEqual([])
})

test('a flight with any one byte changed breaks nothing', () => {
  const changed = [...flight.keys()].flatMap((at) =>
    [0, 1, 0x7f, 0xff].map((value) => {
      const bytes = Buffer.from(flight)
      bytes[at] = value
      return nameAnswer(bytes, 'closed').kind
    }),
  )
  const known = ['hello', 'closed', 'foreign', 'alert', 'ssl2']
  expect(changed.filter((kind) => !known.includes(kind))).toEqual([])
})

const answers = [
  ['nothing', Buffer.alloc(0), { kind: 'closed' }],
  ['an alert', fatalAlert(40), { kind: 'alert', alert: 'handshake_failure' }],
  ['an alert without a name', fatalAlert(250), { kind: 'alert', alert: 'alert 250' }],
  ['HTTP', Buffer.from('HTTP/1.1 400 Bad Request'), { kind: 'foreign' }],
  ['a SERVER-HELLO of SSL 2.0', buildSsl2Flight(certificate), { kind: 'ssl2' }],
  ['half a record', flight.subarray(0, 30), { kind: 'closed' }],
] as const
for (const [title, bytes, answer] of answers) {
  test(`${title} is told apart`, () => {
    expect(nameAnswer(bytes, 'closed')).toEqual(answer)
  })
}

test('a warning before a hello is passed over, one that stays alone is the answer', () => {
  const warning = Buffer.from([21, 3, 3, 0, 2, 1, 112])
  expect(nameAnswer(Buffer.concat([warning, flight]), 'closed').kind).toBe('hello')
  expect(nameAnswer(warning, 'silent')).toEqual({ kind: 'alert', alert: 'unrecognized_name' })
})

test('our own hello of SSL 2.0 is not taken for an answer', () => {
  expect(isSsl2ServerHello(buildSsl2Hello())).toBe(false)
})
