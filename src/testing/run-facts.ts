import { readFileSync } from 'node:fs'
import path from 'node:path'
import { hashDocuments } from '../contract/read.ts'
import { markets } from '../markets/index.ts'
import type { EndedTest } from '../report/record.ts'
import type { RunFacts } from '../report/verdict.ts'
import { readSettings } from '../settings.ts'
import { deviationsOf } from './known-deviations.ts'
import { specsDirectory } from './contract.ts'

const root = path.join(import.meta.dirname, '..', '..')

/** What a run was, from its settings, its tests and the files of the project. */
export function readRunFacts(
  tests: readonly EndedTest[],
  playwright: string,
): Pick<RunFacts, 'target' | 'markets' | 'versions' | 'strict' | 'observed' | 'specsHash'> {
  const settings = readSettings()
  const { baseUrl, strict } = settings
  const seen = new Set(tests.map(({ record }) => record?.market))
  return {
    target: baseUrl === undefined ? 'embedded sandbox' : withoutCredentials(baseUrl),
    markets: markets.map(({ id }) => id).filter((id) => seen.has(id)),
    versions: { suite: readVersion(), playwright, node: process.versions.node },
    strict,
    observed: deviationsOf(settings).length > 0,
    specsHash: hashDocuments(specsDirectory),
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
