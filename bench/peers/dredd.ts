import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { answerOf } from './answer-schema.ts'
import { runChild } from './child.ts'
import { toOpenApi30 } from './downgrade.ts'
import { npmBin, peerEnvironment } from './folders.ts'
import { sumOf } from './time.ts'
import { type Job, type Outcome, type Peer, withoutChance } from './peer.ts'

/**
 * Dredd with hooks: each documented status that can be provoked by one call is, with a fresh token and ids that
 * exist; the rest, which would need a broken server, is skipped. Dredd reads no OpenAPI 3.1.
 */
export const dredd: Peer = { id: 'dredd', name: 'Dredd', run }

async function run({ bench, document, folder, serverUrl, timeoutMs, variants }: Job): Promise<Outcome> {
  const { origin, pathname } = new URL(serverUrl)
  const base = pathname === '/' ? '' : pathname
  const calls = variants.map((variant) => ({
    ...variant,
    fullPath: base + variant.target,
    ...answerOf(document, variant),
  }))
  writeFileSync(path.join(folder, 'openapi.json'), JSON.stringify(toOpenApi30(document)))
  writeFileSync(path.join(folder, 'variants.json'), JSON.stringify(calls))
  const end = await runChild(
    [
      npmBin('dredd'),
      ...['openapi.json', origin + base],
      ...['--hookfiles', path.join(import.meta.dirname, 'dredd-hooks.cjs')],
      ...['--no-color', '--loglevel', 'error'],
    ],
    { cwd: folder, env: peerEnvironment(bench.ca.file), timeoutMs },
  )
  writeFileSync(path.join(folder, 'output.txt'), end.output)
  const file = path.join(folder, 'failures.json')
  const failures = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : undefined
  return {
    findings: [...new Set((failures ?? []).map(withoutChance))].sort(),
    ...sumOf([end]),
    timedOut: end.code === undefined,
    ...(failures === undefined ? { error: end.output.trim().split('\n').slice(-3).join(' ') } : {}),
  }
}
