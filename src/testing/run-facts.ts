import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { markets } from '../markets/index.ts'
import type { EndedTest } from '../report/record.ts'
import type { RunFacts } from '../report/verdict.ts'
import { readSettings } from '../settings.ts'

const root = path.join(import.meta.dirname, '..', '..')

/** What a run was, from its settings, its tests and the files of the project. */
export function readRunFacts(
  tests: readonly EndedTest[],
  playwright: string,
): Pick<RunFacts, 'target' | 'markets' | 'versions' | 'strict' | 'specsHash'> {
  const { baseUrl, strict } = readSettings()
  const seen = new Set(tests.map(({ record }) => record?.market))
  return {
    target: baseUrl === undefined ? 'embedded sandbox' : withoutCredentials(baseUrl),
    markets: markets.map(({ id }) => id).filter((id) => seen.has(id)),
    versions: { suite: readVersion(), playwright, node: process.versions.node },
    strict,
    specsHash: hashSpecs(path.join(root, 'specs')),
  }
}

function withoutCredentials(address: string): string {
  const url = new URL(address)
  url.username = url.password = ''
  return url.href.replace(/\/$/, '')
}

function readVersion(): string {
  return (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version
}

/** Names the state of the contract documents in a few letters. */
function hashSpecs(directory: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(directory).filter((file) => file.endsWith('.yaml'))
  for (const file of files.sort()) hash.update(file).update(readFileSync(path.join(directory, file)))
  return hash.digest('hex').slice(0, 16)
}
