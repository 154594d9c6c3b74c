import { test as base, expect } from '@playwright/test'
import { exitCodeOf } from '../../src/report/survey-report.ts'
import { type SurveyRow, judgeSurvey, surveyChecks } from '../../src/tls/survey/judge-survey.ts'
import { surveyRules } from '../../src/tls/survey/rules.ts'
import { surveyHost } from '../../src/tls/survey/survey.ts'
import { inDays, now } from './tls/forge.ts'
import { type Identities, makeIdentities } from './tls/identities.ts'
import { Lab, type Place, whyMissing } from './tls/lab.ts'
import { readClientHello } from './tls/client-hello.ts'
import { matrix, type MatrixServer } from './tls/matrix.ts'
import { surveyPlace } from './tls/survey-place.ts'
import { fatalAlert } from './tls/server-flight.ts'
import { runScript, tsx } from './run-script.ts'

/** Playwright wants to be asked for something: the name of a browser starts none. */
const test = base.extend<{ lab: Lab }, { identities: Identities }>({
  lab: async ({ browserName: _ }, use) => {
    const lab = new Lab()
    await use(lab)
    await lab.close()
  },
  identities: [async ({ browserName: _ }, use) => use(await makeIdentities()), { scope: 'worker' }],
})

const failedOf = (rows: readonly SurveyRow[]) =>
  rows
    .filter(({ status }) => status === 'failed')
    .map(({ rule }) => rule)
    .toSorted()
const unclearOf = (rows: readonly SurveyRow[]) =>
  rows.filter(({ status }) => status === 'unclear').map(({ rule }) => rule)
const isBinding = ({ breaks }: MatrixServer) => breaks.some((rule) => surveyRules[rule].level === 'MUST')
const lacks = ({ needs }: MatrixServer) => (needs === undefined ? undefined : whyMissing(needs))

for (const server of matrix) {
  const { id, breaks } = server
  test(`${id}: a survey reports exactly ${breaks.join(', ') || 'nothing'}`, async ({ identities, lab }) => {
    const missing = lacks(server)
    test.skip(missing !== undefined, `not observed: ${missing ?? ''}`)
    const place = await server.start(lab, identities)
    const facts = await surveyPlace(place, identities, server)
    const rows = judgeSurvey(facts, now)
    expect(failedOf(rows)).toEqual(breaks.toSorted())
    expect(exitCodeOf({ rows, strict: false })).toBe(isBinding(server) ? 1 : 0)
  })
}

test('each rule of a survey is broken by a server of the matrix', () => {
  const broken = new Set(matrix.flatMap(({ breaks }) => breaks))
  expect(surveyChecks.map(({ rule }) => rule).filter((rule) => !broken.has(rule))).toEqual([])
})

test('the matrix has 20 bad servers and more', () => {
  expect(matrix.filter(({ breaks }) => breaks.length > 0).length).toBeGreaterThanOrEqual(20)
})

/** A good server that answers hellos of TLS 1.0 in its own way. */
async function odd(lab: Lab, { good }: Identities, answer: Buffer | undefined): Promise<Place> {
  const [usual, silent] = [await lab.node(good), await lab.silent()]
  const isOld = (first: Buffer) => readClientHello(first)?.version === 0x0301
  return answer === undefined
    ? lab.choose((first) => (isOld(first) ? silent : usual))
    : lab.gate(usual, (first) => (isOld(first) ? answer : undefined))
}

const oddAnswers = [
  ['silence', undefined],
  ['an end without a word', Buffer.alloc(0)],
  ['plain HTTP', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ['an alert about the name', fatalAlert(112)],
] as const
for (const [title, answer] of oddAnswers) {
  test(`${title} in answer to TLS 1.0 proves nothing`, async ({ identities, lab }) => {
    const place = await odd(lab, identities, answer)
    const rows = judgeSurvey(await surveyPlace(place, identities), now)
    expect(unclearOf(rows)).toContain('tls.version.no-10')
    expect(unclearOf(rows)).toContain('tls.cipher.no-null')
    expect(exitCodeOf({ rows, strict: false })).toBe(2)
  })
}

test('a version that one of three connections gets is spoken', async ({ identities, lab }) => {
  let tries = 0
  const weak = await lab.node(identities.good, { minVersion: 'TLSv1', ciphers: 'ECDHE+AES:@SECLEVEL=0' })
  const usual = await lab.node(identities.good)
  const isThird = (first: Buffer) => readClientHello(first)?.version === 0x0301 && (tries += 1) % 3 === 0
  const place = await lab.choose((first) => (isThird(first) ? weak : usual))
  expect(failedOf(judgeSurvey(await surveyPlace(place, identities), now))).toContain('tls.version.no-10')
})

test('dates are judged as of the time that is given', async ({ identities, lab }) => {
  const facts = await surveyPlace(await lab.node(identities.good), identities)
  const later = ['tls.certificate.ends-in-30-days', 'tls.certificate.staple-good']
  expect(failedOf(judgeSurvey(facts, now))).toEqual([])
  expect(failedOf(judgeSurvey(facts, inDays(70)))).toEqual(later)
  expect(failedOf(judgeSurvey(facts, inDays(-41)))).toContain('tls.certificate.validity')
})

const limits = { timeoutMs: 300, withinMs: 3000, concurrency: 16 }
for (const [title, start] of [
  ['a port of plain HTTP', (lab: Lab) => lab.http()],
  ['a silent port', (lab: Lab) => lab.silent()],
] as const) {
  test(`${title} cannot be surveyed`, async ({ lab }) => {
    const survey = surveyHost({ host: '127.0.0.1', ...(await start(lab)), ...limits })
    await expect(survey).rejects.toMatchObject({ name: 'TransportError' })
  })
}

const command = (...args: readonly string[]) => runScript([tsx, 'src/commands/tls.ts', ...args])

test('the command prints a page and ends with 0 for a good server, 1 for a bad one', async ({
  identities,
  lab,
}) => {
  const ca = ['--ca', lab.file('ca.pem', identities.root.pem)]
  const [good, bad] = [
    await lab.node(identities.good),
    await lab.node(identities.good, { minVersion: 'TLSv1.3' }),
  ]
  const first = await command(`https://localhost:${good.port}/`, ...ca)
  expect([first.code, first.output]).toEqual([0, expect.stringContaining('conforms: ')])
  const second = await command(`localhost:${bad.port}`, ...ca)
  expect([second.code, second.output]).toEqual([
    1,
    expect.stringContaining('tls.version.12 (MUST): TLS 1.2 is offered.'),
  ])
})

test('a key of another certificate is told apart', async ({ identities: { client, good }, lab }) => {
  const files = ['--cert', lab.file('cert.pem', client.pem), '--key', lab.file('key.pem', good.forged.keyPem)]
  const { code, output } = await command('localhost:1', ...files)
  expect([code, output]).toEqual([2, expect.stringMatching(/^--cert .* do not fit together\n$/)])
  expect(output).not.toContain('PRIVATE KEY')
})

test('a host that falls silent is surveyed within the limit', async ({ identities, lab }) => {
  const [usual, silent] = [await lab.node(identities.good), await lab.silent()]
  let connections = 0
  const place = await lab.choose(() => ((connections += 1) > 12 ? silent : usual))
  const start = performance.now()
  const facts = await surveyHost({
    host: '127.0.0.1',
    ...place,
    timeoutMs: 600,
    withinMs: 1500,
    concurrency: 16,
  })
  expect(performance.now() - start).toBeLessThan(2500)
  expect(exitCodeOf({ rows: judgeSurvey(facts, now), strict: false })).not.toBe(0)
})

const wrongWords = [
  ['nothing', [], 'no host is named'],
  ['two hosts', ['a:1', 'b:2'], 'b:2 is not understood'],
  ['an unknown option', ['--speed', 'a:1'], '--speed is not understood'],
  ['an address without TLS', ['http://a'], 'http://a is no host with TLS'],
  ['a port that cannot be', ['localhost:99999'], 'localhost:99999 is no host with TLS'],
  ['no time', ['--at', 'soon', 'localhost:1'], '--at is no time: soon'],
  ['no number', ['--within', '5s', 'localhost:1'], '--within is no number of milliseconds: 5s'],
  ['a certificate without its key', ['--cert', 'a.pem', 'localhost:1'], '--cert and --key belong together'],
  ['a file that is not there', ['--ca', 'nowhere.pem', 'localhost:1'], '--ca: nowhere.pem cannot be read'],
  ['nobody listening', ['127.0.0.1:1'], '127.0.0.1:1 could not be reached (ECONNREFUSED)'],
] as const
for (const [title, words, message] of wrongWords) {
  test(`the command ends with 2 when told ${title}`, async () => {
    const { code, output } = await command(...words)
    expect([code, output.split('\n')[0]]).toEqual([2, message])
  })
}
