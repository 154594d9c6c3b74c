import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type ChildEnd, runChild } from './child.ts'
import { withoutSecurity } from './document.ts'
import { toOpenApi30 } from './downgrade.ts'
import { npmBin, peerEnvironment } from './folders.ts'
import { type Job, type Outcome, type Peer, withoutChance } from './peer.ts'
import { portmanConfig } from './portman-config.ts'
import { sumOf } from './time.ts'

/** Portman makes a Postman collection with every contract test that it offers, and Newman runs it. */
export const portman: Peer = { id: 'portman', name: 'Portman with Newman', run }

async function run(job: Job): Promise<Outcome> {
  const { document, folder, serverUrl, timeoutMs } = job
  write('openapi.json', toOpenApi30(withoutSecurity(document)))
  write('portman.json', portmanConfig(job))
  const options = { cwd: folder, env: peerEnvironment(job.bench.ca.file), timeoutMs }
  const made = await runChild(
    [
      npmBin('portman'),
      ...['--local', 'openapi.json', '--baseUrl', serverUrl, '--portmanConfigFile', 'portman.json'],
      ...['--output', 'collection.json', '--includeTests', 'true'],
    ],
    options,
  )
  if (made.code !== 0 || !existsSync(path.join(folder, 'collection.json')))
    return { findings: [], ...sumOf([made]), timedOut: made.code === undefined, error: lastLines(made) }
  const ran = await runChild(newmanCommand(job), { ...options, timeoutMs: timeoutMs - made.ms })
  writeFileSync(path.join(folder, 'output.txt'), made.output + ran.output)
  return outcomeOf(path.join(folder, 'report.json'), made, ran)

  function write(name: string, content: unknown): void {
    writeFileSync(path.join(folder, name), JSON.stringify(content))
  }
}

function newmanCommand({ bench, calls }: Job): [string, ...string[]] {
  const isMutual = calls.some(({ operation }) => operation.mutualTls === true)
  const { certFile, keyFile } = bench.provider
  return [
    npmBin('newman'),
    ...['run', 'collection.json', '--reporters', 'json', '--reporter-json-export', 'report.json'],
    ...['--ssl-extra-ca-certs', bench.ca.file, '--ignore-redirects', '--timeout-request', '5000'],
    ...(isMutual ? ['--ssl-client-cert', certFile, '--ssl-client-key', keyFile] : []),
  ]
}

interface Report {
  readonly run: {
    readonly failures: readonly {
      readonly source?: { readonly name?: string }
      readonly error: { readonly test?: string; readonly message: string; readonly name: string }
    }[]
  }
}

function outcomeOf(file: string, made: ChildEnd, ran: ChildEnd): Outcome {
  const time = sumOf([made, ran])
  if (!existsSync(file))
    return { findings: [], ...time, timedOut: ran.code === undefined, error: lastLines(ran) }
  const { failures } = (JSON.parse(readFileSync(file, 'utf8')) as Report).run
  const lines = failures.map(({ source, error }) => {
    const { test = error.name, message } = error
    return `${source?.name ?? ''}: ${test}: ${withoutChance(message)}`
  })
  return { findings: [...new Set(lines)].sort(), ...time, timedOut: ran.code === undefined }
}

function lastLines({ output }: ChildEnd): string {
  return output.trim().split('\n').slice(-3).join(' ')
}
