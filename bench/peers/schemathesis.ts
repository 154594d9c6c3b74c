import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runChild } from './child.ts'
import { peerEnvironment, pythonFolder } from './folders.ts'
import { type Job, type Outcome, type Peer, withoutChance } from './peer.ts'
import type { RightCall } from './right-calls.ts'
import { sumOf } from './time.ts'

/** Cases for each operation and phase: the most that keeps the bench within its time. */
const maxExamples = 10
const seed = 20260302

/**
 * Schemathesis with every phase and check, and twice more for the answers that a missing token and a wrong Accept
 * give, which it would not provoke by itself. The right values of path parameters and headers stand in its
 * configuration, those of the rest are examples in the document; its own record of accepted failures tells one
 * failure from another.
 */
export const schemathesis: Peer = { id: 'schemathesis', name: 'Schemathesis', run }

async function run(job: Job): Promise<Outcome> {
  const { folder, calls } = job
  writeFileSync(path.join(folder, documentFile), JSON.stringify(job.document))
  const passes: readonly Pass[] = [
    { name: 'full', config: configOf(calls, {}), options: fullOptions },
    { name: 'no-token', config: configOf(calls, { Authorization: undefined }), options: shortOptions },
    { name: 'accept', config: configOf(calls, { Accept: 'application/x-unknown' }), options: shortOptions },
  ]
  const outcomes: Outcome[] = []
  for (const pass of passes) {
    const { ms } = sumOf(outcomes)
    outcomes.push(await runPass(job, pass, Math.max(1, job.timeoutMs - ms)))
  }
  const error = outcomes.find((outcome) => outcome.error !== undefined)?.error
  return {
    findings: outcomes.flatMap(({ findings }) => findings),
    ...sumOf(outcomes),
    timedOut: outcomes.some(({ timedOut }) => timedOut),
    ...(error === undefined ? {} : { error }),
  }
}

/** One of the times that Schemathesis is started. */
interface Pass {
  readonly name: string
  readonly config: string
  readonly options: readonly string[]
}

const documentFile = 'openapi.json'
const fullOptions = ['--checks', 'all', '--phases', 'examples,coverage,fuzzing,stateful', '--mode', 'all']
// A refusal is what these passes are for, so only its form is asked about.
const shortOptions = [
  ...['--phases', 'examples', '--mode', 'positive', '--checks'],
  'not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance',
]

async function runPass(job: Job, { name, config, options }: Pass, timeoutMs: number): Promise<Outcome> {
  const { bench, folder, serverUrl } = job
  const failures = `${name}.json`
  writeFileSync(path.join(folder, `${name}.toml`), config)
  const end = await runChild(
    [
      path.join(pythonFolder, 'bin', 'schemathesis'),
      ...['--config-file', `${name}.toml`, 'run', documentFile, '--url', serverUrl, ...options],
      ...['--max-examples', String(maxExamples), '--seed', String(seed), '--no-shrink'],
      ...['--suppress-health-check', 'all', '--continue-on-failure', '--generation-database', 'none'],
      ...['--tls-verify', bench.ca.file, '--request-timeout', '5', '--workers', '1'],
      ...certificateOptions(job),
      ...['--baseline', failures, '--baseline-update'],
    ],
    { cwd: folder, env: peerEnvironment(bench.ca.file), timeoutMs },
  )
  writeFileSync(path.join(folder, `${name}.txt`), end.output)
  const isBroken = end.code !== undefined && end.code > 1
  return {
    findings: readFailures(path.join(folder, failures)).map((finding) =>
      name === 'full' ? finding : `${finding} (${name})`,
    ),
    ...sumOf([end]),
    timedOut: end.code === undefined,
    ...(isBroken ? { error: end.output.trim().split('\n').slice(-3).join(' ') } : {}),
  }
}

function certificateOptions({ calls, bench: { provider } }: Job): string[] {
  const isWanted = calls.some(({ operation }) => operation.mutualTls === true)
  return isWanted ? ['--request-cert', provider.certFile, '--request-cert-key', provider.keyFile] : []
}

/** One block for each operation: its own authorization, the objects that exist, and the headers of a pass. */
function configOf(
  calls: readonly RightCall[],
  changes: Readonly<Record<string, string | undefined>>,
): string {
  return calls.map((call) => blockOf(call, changes)).join('\n')
}

function blockOf(
  { operation, headers: all, path: places }: RightCall,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const headers = tableOf({ ...only(all, ['Authorization']), ...changes })
  const values = [
    ...Object.entries(places).map(([name, value]) => [`path.${name}`, value] as const),
    ...Object.entries(only(all, ['client_id'])).map(([name, value]) => [`header.${name}`, value] as const),
  ]
  const parameters = tableOf(Object.fromEntries(values))
  // A block that sets nothing is an error.
  if (headers === undefined && parameters === undefined) return ''
  return [
    '[[operations]]',
    `include-operation-id = ${quote(operation.id)}`,
    ...(headers === undefined ? [] : [`headers = ${headers}`]),
    ...(parameters === undefined ? [] : [`parameters = ${parameters}`]),
    '',
  ].join('\n')
}

function only(headers: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)))
}

/** An inline table of TOML; undefined when it would be empty. */
function tableOf(values: Readonly<Record<string, string | undefined>>): string | undefined {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`${quote(name)} = ${quote(value)}`],
  )
  return pairs.length === 0 ? undefined : `{ ${pairs.join(', ')} }`
}

function quote(text: string): string {
  return JSON.stringify(text)
}

interface Failures {
  readonly entries: readonly {
    readonly operation: string
    readonly check: string
    readonly failure: string
    readonly signature: string
  }[]
}

function readFailures(file: string): string[] {
  try {
    const { entries } = JSON.parse(readFileSync(file, 'utf8')) as Failures
    const lines = entries.map(
      ({ operation, check, failure, signature }) =>
        `${operation}: ${check}, ${failure}: ${withoutChance(signature)}`,
    )
    return [...new Set(lines)].sort()
  } catch {
    return []
  }
}
