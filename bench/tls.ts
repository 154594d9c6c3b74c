import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { format } from 'prettier'
import { judgeSurvey } from '../src/tls/survey/judge-survey.ts'
import { now } from '../tests/self/tls/forge.ts'
import { makeIdentities } from '../tests/self/tls/identities.ts'
import { Lab, whyMissing } from '../tests/self/tls/lab.ts'
import { matrix, type MatrixServer } from '../tests/self/tls/matrix.ts'
import { surveyPlace } from '../tests/self/tls/survey-place.ts'
import { askSslscan, askTestssl, type Answer, type Opinions } from './tls-others.ts'

/**
 * Compares the verdicts of a survey with those of testssl and sslscan, row by row, on servers of the lab, and writes
 * bench/tls.md. Arguments: the ids of the servers, all whose clients need no certificate unless given; the rows of
 * other servers stay.
 */
interface Compared {
  readonly id: string
  readonly seconds: readonly number[]
  readonly shared: number
  readonly disagreements: readonly string[]
}

const missing = (['testssl', 'sslscan', 'openssl', 'nginx'] as const).flatMap(
  (name) => whyMissing(name) ?? [],
)
if (missing.length > 0) {
  console.error(`${missing.join(', ')} (Debian: apt-get install testssl.sh sslscan openssl nginx)`)
  process.exit(2)
}

const ids = process.argv.slice(2)
const folder = mkdtempSync(path.join(tmpdir(), 'tls-bench-'))
const identities = await makeIdentities()
const rootFile = path.join(folder, 'root.pem')
writeFileSync(rootFile, identities.root.pem)
const page = path.join(import.meta.dirname, 'tls.md')
const rows = readRows()
for (const server of chosen()) {
  const row = await compare(server)
  rows.set(row.id, row)
  console.log(describe(row))
  // Whoever ends it early keeps what there is.
  writeFileSync(page, await format(toPage([...rows.values()]), { parser: 'markdown' }))
}
rmSync(folder, { recursive: true })
process.exitCode = [...rows.values()].every(({ disagreements }) => disagreements.length === 0) ? 0 : 1

/** The servers that are named, in that order. */
function chosen(): MatrixServer[] {
  const everyone = matrix.filter(({ client }) => client === undefined)
  return ids.length === 0 ? everyone : ids.flatMap((id) => everyone.find((server) => server.id === id) ?? [])
}

async function compare(server: MatrixServer): Promise<Compared> {
  const lab = new Lab()
  const place = await server.start(lab, identities)
  const question = { address: `localhost:${place.port}${place.path}`, folder, rootFile }
  const own = await askSurvey(() => surveyPlace(place, identities, server))
  // One after the other: s_server answers one connection at a time.
  const testssl = await askTestssl(question)
  const sslscan = await askSslscan(question)
  await lab.close()
  const others = [
    ['testssl', testssl],
    ['sslscan', sslscan],
  ] as const
  return {
    id: server.id,
    seconds: [own, testssl, sslscan].map(({ seconds }) => seconds),
    shared: others.reduce((sum, [, { opinions }]) => sum + sharedRules(own.opinions, opinions).length, 0),
    disagreements: others.flatMap(([tool, { opinions }]) => disagree(tool, own.opinions, opinions)),
  }
}

async function askSurvey(survey: () => ReturnType<typeof surveyPlace>): Promise<Answer> {
  const start = performance.now()
  const rows = judgeSurvey(await survey(), now)
  const seconds = (performance.now() - start) / 1000
  const opinions: Opinions = {}
  for (const { rule, status } of rows) {
    if (status === 'passed') opinions[rule] = 'kept'
    if (status === 'failed') opinions[rule] = 'broken'
  }
  return { seconds, opinions }
}

/** The rules that both judged. */
function sharedRules(own: Opinions, other: Opinions): (keyof Opinions)[] {
  return (Object.keys(other) as (keyof Opinions)[]).filter((rule) => own[rule] !== undefined)
}

function disagree(tool: string, own: Opinions, other: Opinions): string[] {
  return sharedRules(own, other)
    .filter((rule) => own[rule] !== other[rule])
    .map((rule) => `${tool} says ${rule} is ${other[rule] ?? ''}, the survey ${own[rule] ?? ''}`)
}

/** The rows that the page has already. */
function readRows(): Map<string, Compared> {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : ''
  const cells = [
    ...text.matchAll(/^\| ([\w-]+) +\| ([\d.]+) +\| ([\d.]+) +\| ([\d.]+) +\| (\d+) +\| (.*?) +\|$/gm),
  ]
  return new Map(
    cells.map(([, id = '', own, testssl, sslscan, shared, said = '']) => [
      id,
      {
        id,
        seconds: [own, testssl, sslscan].map(Number),
        shared: Number(shared),
        disagreements: said === 'agreed' ? [] : said.split('; '),
      },
    ]),
  )
}

function describe(row: Compared): string {
  const [own, testssl, sslscan] = row.seconds.map((seconds) => seconds.toFixed(1))
  const said = row.disagreements.length === 0 ? 'agreed' : row.disagreements.join('; ')
  return `| ${row.id} | ${own ?? ''} | ${testssl ?? ''} | ${sslscan ?? ''} | ${row.shared} | ${said} |`
}

function toPage(rows: readonly Compared[]): string {
  const shared = rows.reduce((sum, row) => sum + row.shared, 0)
  const apart = rows.reduce((sum, row) => sum + row.disagreements.length, 0)
  const slowest = Math.max(...rows.map(({ seconds }) => seconds[0] ?? 0))
  return [
    '# The survey beside testssl and sslscan',
    '',
    'Written by `npm run bench:tls`. Each server of the lab is asked by all three; a row is shared where another tool says',
    'anything about a rule that the survey judged too. Times are in seconds, of the whole run of each.',
    '',
    `${rows.length} servers, ${shared} shared rows, ${apart} disagreements; the slowest survey took ${slowest.toFixed(1)} s.`,
    '',
    '| server | survey | testssl | sslscan | shared rows | verdicts |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(describe),
    '',
  ].join('\n')
}
