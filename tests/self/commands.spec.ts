import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { parse as parseDotenv } from 'dotenv'
import { withoutRemoteScripts } from '../../src/commands/allure-report.ts'
import { parseArguments, readPort } from '../../src/commands/arguments.ts'
import { sandboxToText } from '../../src/commands/mock-text.ts'
import { compareFiles, driftToText } from '../../src/commands/schema-drift.ts'
import { SettingsError, SuiteBug } from '../../src/errors.ts'
import { failureToText } from '../../src/report/failure-text.ts'
import { readSettings, settingNames } from '../../src/settings.ts'
import { test } from './local-server.ts'
import { playwright, root, runScript, tsx } from './run-script.ts'

test.describe('a command that cannot work', () => {
  const credentials = { CITI_CLIENT_ID: 'an-id', CITI_CLIENT_SECRET: 'a-secret' }
  const cases: Record<string, [string[], Record<string, string>, string]> = {
    'conformance with an unknown market': [
      ['conformance.ts', '--market', 'fr'],
      {},
      'CITI_MARKET names fr, which is no market of this suite\n  fix: choose from us, sg, hk, au, in, pl, gb, bh, mx\n',
    ],
    'conformance with a bad address': [
      ['conformance.ts', '--target', 'bank.example'],
      credentials,
      'CITI_BASE_URL is not an address with a scheme: bank.example\n  fix: write it as https://host/path\n',
    ],
    'conformance without the value of an option': [
      ['conformance.ts', '--market'],
      {},
      '--market needs a value\n  fix: write it after the option, or see --help\n',
    ],
    'conformance with a folder of reports that is none': [
      ['conformance.ts'],
      { CITI_REPORTS: 'package.json/reports' },
      'CITI_REPORTS names package.json/reports, where nothing can be written\n' +
        '  fix: name a folder of yours, or remove CITI_REPORTS\n',
    ],
    'schemas with an unknown option': [
      ['schemas.ts', '--force'],
      {},
      'the option --force is unknown\n  fix: see --help\n',
    ],
    'schemas with one folder of the contract': [
      ['schemas.ts'],
      { CITI_SPECS: 'tests/self/checks/specs' },
      'CITI_SPECS is set, but CITI_SCHEMAS is not\n  fix: set CITI_SCHEMAS\n',
    ],
    'mock with a bad port': [
      ['mock.ts', '--port', 'https'],
      {},
      '--port is no port number: https\n  fix: choose from 1 to 65535, or 0 for any that is free\n',
    ],
    'mock in live mode with a control port': [
      ['mock.ts', '--live', '--control-port', '8444'],
      {},
      '--live has no control plane, so --control-port has no meaning\n  fix: leave one of the two out\n',
    ],
    'mock with a cap that is no number': [
      ['mock.ts', '--cap', 'none'],
      {},
      '--cap is no number of calls: none\n  fix: write a whole number from 1 on, such as 60\n',
    ],
  }
  for (const [title, [[script = '', ...args], env, output]] of Object.entries(cases))
    test(`${title}: exit 2 and one sentence`, async () => {
      expect(await runScript([tsx, `src/commands/${script}`, ...args], env)).toEqual({ code: 2, output })
    })

  test('mock on a port in use: exit 2 and one sentence', async ({ servers }) => {
    const port = (await servers.sockets(() => undefined)).host.split(':')[1] ?? ''
    expect(await runScript([tsx, 'src/commands/mock.ts', '--port', port, '--control-port', '0'])).toEqual({
      code: 2,
      output: `port ${port} is in use\n  fix: stop what listens there, or choose another with --port\n`,
    })
  })

  test('a run against a closed port: exit 2, and the cause before everything else', async ({
    servers,
  }, testInfo) => {
    const { host } = await servers.closed()
    const args = [
      'test',
      '--reporter',
      'line',
      '--output',
      testInfo.outputPath('inner'),
      '--project',
      'conformance',
    ]
    const { code, output } = await runScript([playwright, ...args], {
      ...credentials,
      CITI_BASE_URL: `https://${host}`,
    })
    expect(output).toBe(
      `CITI_BASE_URL https://${host}: nothing listens on 127.0.0.1 port ${host.split(':')[1]}\n` +
        '  fix: start the target, or correct the address in CITI_BASE_URL\n',
    )
    expect(code).toBe(2)
  })
})

test('schemas into a folder of something else: exit 2, and nothing is removed', async ({}, testInfo) => {
  const folder = testInfo.outputPath('papers')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'letter.json'), '{}')
  const settings = { CITI_SPECS: 'tests/self/checks/specs', CITI_SCHEMAS: folder }
  expect(await runScript([tsx, 'src/commands/schemas.ts'], settings)).toEqual({
    code: 2,
    output: `${folder} holds JSON files that were not derived from documents\n  fix: name a folder of its own in CITI_SCHEMAS\n`,
  })
  expect(readdirSync(folder)).toEqual(['letter.json'])
})

test.describe('arguments', () => {
  const known = { values: ['market'], switches: ['strict'] }

  test('are read in both spellings, and what is unknown stays in its order', () => {
    expect(parseArguments(['--market=sg', '--grep', '@expiry', '--strict', 'tests/tls'], known)).toEqual({
      options: { market: 'sg', strict: 'true' },
      rest: ['--grep', '@expiry', 'tests/tls'],
    })
    expect(parseArguments(['--market', 'sg,hk'], known).options).toEqual({ market: 'sg,hk' })
  })

  test('without their value are refused', () => {
    expect(() => parseArguments(['--market', '--strict'], known)).toThrow(
      expect.objectContaining({ code: 'setting-missing', message: '--market needs a value' }),
    )
  })

  test('name a port from 0 to 65535', () => {
    expect([readPort('port', '0'), readPort('port', '65535')]).toEqual([0, 65_535])
    for (const value of ['65536', '-1', '8.5', 'x'])
      expect(() => readPort('port', value)).toThrow(SettingsError)
  })
})

test('schema drift names missing, different and stale files', () => {
  const expected = new Map([
    ['a/same.json', '1'],
    ['a/new.json', '2'],
    ['a/changed.json', '3'],
  ])
  const actual = new Map([
    ['a/same.json', '1'],
    ['a/changed.json', '0'],
    ['a/old.json', '4'],
  ])
  expect(driftToText(compareFiles(expected, actual))).toBe(
    'missing   schemas/a/new.json\ndifferent schemas/a/changed.json\nstale     schemas/a/old.json',
  )
  expect(driftToText(compareFiles(expected, expected))).toBe('')
})

test('the sandbox prints what to paste', () => {
  const place = {
    baseUrl: 'https://localhost:8443/gcb/api',
    originUrl: 'https://localhost:8443',
    controlUrl: 'http://127.0.0.1:8444',
    caFile: '/ca.pem',
  }
  const text = sandboxToText(place, {
    applications: [
      {
        role: 'main',
        clientId: 'id',
        clientSecret: 's3cret',
        redirectUris: ['https://app.example/callback'],
      },
    ],
    customers: [{ username: 'User1', password: 'pass-1' }],
  })
  expect(text).toContain(
    "curl --cacert '/ca.pem' -u 'id:s3cret' -H 'Accept: application/json' " +
      "-d grant_type=client_credentials -d scope=/api 'https://localhost:8443/gcb/api/clientCredentials/oauth2/token/sg/gcb'",
  )
  const lines = text.split('\n').filter((line) => line.startsWith('CITI_'))
  expect(readSettings(parseDotenv(lines.join('\n')))).toMatchObject({
    baseUrl: place.baseUrl,
    gettingStartedUrl: place.originUrl,
    controlUrl: place.controlUrl,
    caFile: place.caFile,
    application: { clientId: 'id', clientSecret: 's3cret', redirectUri: 'https://app.example/callback' },
    customer: { username: 'User1', password: 'pass-1' },
    markets: ['sg'],
  })
})

test('the sandbox in live mode prints no control plane', () => {
  const place = { baseUrl: 'b', originUrl: 'o', controlUrl: undefined, caFile: 'c' }
  const text = sandboxToText(place, { applications: [], customers: [] })
  expect(text).toContain('control plane  none')
  expect(text).not.toContain('CITI_CONTROL_URL')
})

test.describe('.env.example', () => {
  const example = readFileSync(path.join(root, '.env.example'), 'utf8')

  test('copied as it is, means the embedded sandbox', () => {
    expect(readSettings(parseDotenv(example))).toEqual(readSettings({}))
  })

  test('names every setting that the code reads, and no other', () => {
    const readers = ['settings.ts', 'token-settings.ts'].map((name) => path.join(root, 'src', name))
    const source = readers.map((file) => readFileSync(file, 'utf8')).join('')
    const whole = [...source.matchAll(/'(CITI_[A-Z0-9_]*[A-Z0-9])'/g)].map(([, name]) => name)
    const built = [...source.matchAll(/\$\{prefix\}([A-Z_]+)/g)].flatMap(([, name = '']) => [
      `CITI_${name}`,
      `CITI_SECOND_${name}`,
    ])
    // CITI_PROVE belongs to `npm run prove` alone.
    const read = new Set([...whole, ...built].filter((name) => name !== 'CITI_PROVE'))
    expect(Object.keys(parseDotenv(example)).sort()).toEqual([...read].sort())
    expect(Object.keys(parseDotenv(example))).toEqual(settingNames)
  })
})

test('the report loads nothing from elsewhere', () => {
  const own = '<script src="app.js"></script><script>const a = 1</script>'
  const foreign =
    '<script async src="https://counter.example/x?id=1"></script><script src="//cdn.example/y.js"></script>'
  expect(withoutRemoteScripts(`<body>${foreign}${own}</body>`)).toBe(`<body>${own}</body>`)
})

test('a failure reads as cause and fix, and only a bug shows its stack', () => {
  expect(failureToText(new SettingsError('setting-invalid', 'X is wrong', { fix: 'right it' }))).toBe(
    'X is wrong\n  fix: right it',
  )
  for (const bug of [new SuiteBug('two rows'), new TypeError('two rows')])
    expect(failureToText(bug)).toMatch(/^This is a bug in the suite: two rows\n[\s\S]*\n {4}at /)
})
