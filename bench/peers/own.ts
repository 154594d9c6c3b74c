import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { environment } from '../../src/settings.ts'
import { runChild } from './child.ts'
import { ownFile, root, workFolder } from './folders.ts'
import type { OwnResult } from './result.ts'
import { keep, kept } from './store.ts'
import { sumOf, type Time } from './time.ts'

/** What the suite of this project said under the chosen defects, and how long it took for all. */
export interface OwnRun extends Time {
  readonly results: readonly OwnResult[]
}

const timeoutMs = 600_000
const tsx = createRequire(import.meta.url).resolve('tsx/cli')

/** Proves the suite with the defects, as `npm run prove` does, with one worker; a finished run is not repeated. */
export async function runOwn(ids: readonly string[]): Promise<OwnRun> {
  const known = kept('own-run') as OwnRun | undefined
  if (
    known?.results
      .map(({ defect }) => defect)
      .toSorted()
      .join() === ids.toSorted().join()
  )
    return known
  const options = ['--workers', '1', '--reporter', path.join(import.meta.dirname, 'own-reporter.ts')]
  const env = { ...environment(root), CITI_REPORTS: path.join(workFolder, 'reports') }
  const end = await runChild(
    [process.execPath, tsx, 'src/commands/prove.ts', '--defect', ids.join(','), ...options],
    { cwd: root, env, timeoutMs },
  )
  if (!existsSync(ownFile)) throw new Error(`the suite itself did not run: ${end.output.slice(-500)}`)
  const results = JSON.parse(readFileSync(ownFile, 'utf8')) as OwnResult[]
  return keep('own-run', { results, ...sumOf([end]) })
}
