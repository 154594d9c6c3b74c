import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { newParkedKey } from '../../src/parked/key.ts'
import { kindsOfParked } from '../../src/parked/kinds.ts'
import { reportPaths } from '../../src/report/paths.ts'
import type { Verdict, VerdictRow } from '../../src/report/verdict.ts'
import { playwright, runScript } from './run-script.ts'
import { type SandboxTarget, startTarget } from './sandbox-target.ts'

/** What a nightly run said of each kind of parked token, by requirement. */
export type NightlyRows = Readonly<Record<string, Pick<VerdictRow, 'status' | 'reason' | 'findings'>>>

/** A target that runs look at night after night; its clock is moved here, and no run is told of a control plane. */
export interface NightlyTarget {
  readonly target: SandboxTarget
  readonly parked: string
  /** Runs the tests of parked tokens once. */
  night(settings?: Readonly<Record<string, string>>): Promise<NightlyRows>
}

/** Starts such a target, which keeps everything below a folder. */
export async function startNightly(folder: string): Promise<NightlyTarget> {
  mkdirSync(folder, { recursive: true })
  const target = await startTarget(folder)
  const parked = path.join(folder, 'parked')
  const own = { CITI_CONTROL_URL: '', CITI_PARKED: parked, CITI_PARKED_KEY: newParkedKey() }
  return {
    target,
    parked,
    night: async (settings = {}) => {
      const env = { ...target.settings, ...own, ...settings }
      await runScript([playwright, 'test', 'tests/expiry/parked.spec.ts', 'tests/waited'], env)
      return readRows(folder)
    },
  }
}

function readRows(folder: string): NightlyRows {
  const { requirements } = JSON.parse(readFileSync(reportPaths(folder).verdict, 'utf8')) as Verdict
  const wanted = new Set<string>(kindsOfParked.map(({ requirement }) => requirement))
  return Object.fromEntries(requirements.filter(({ id }) => wanted.has(id)).map((row) => [row.id, row]))
}
