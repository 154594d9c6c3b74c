import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type HandedRehearsal, planVariable, rehearsalVariable } from '../budget/handed-down.ts'
import { readContract } from '../contract/read.ts'
import { SuiteBug } from '../errors.ts'
import { type Sandbox, startSandbox } from '../mock/sandbox.ts'
import type { Rehearsal } from '../plan/rehearsal.ts'
import { readSettings } from '../settings.ts'
import { type Env, runNode } from './child.ts'
import { mirrorSettings } from './mirror-settings.ts'
import { contractFolders } from './project.ts'

/** More calls than any run makes: the cap is no part of a rehearsal. */
const endless = 1_000_000

const require = createRequire(import.meta.url)

/** What is rehearsed. */
export interface RehearsalOptions {
  /** The environment of the real run. */
  readonly env: Env
  /** The options of Playwright. */
  readonly args: readonly string[]
  /** Ids of the tests that run; all unless given. */
  readonly tests?: readonly string[] | undefined
  /** A test that makes more calls ends; none does unless given. */
  readonly mostCalls?: number | undefined
}

/**
 * Runs tests against our own sandbox in live mode, with as much as the real settings know: what they do not
 * name, the rehearsal does not know either. Nothing is sent to the target.
 */
export async function rehearse({ env, args, tests, mostCalls }: RehearsalOptions): Promise<Rehearsal> {
  const folder = mkdtempSync(path.join(tmpdir(), 'citi-rehearsal-'))
  const sandbox = await openSandbox(env)
  try {
    const file = path.join(folder, 'rehearsal.json')
    const planned = path.join(folder, 'tests.json')
    if (tests !== undefined) writeFileSync(planned, JSON.stringify({ tests }))
    const { output } = await runNode(
      [require.resolve('@playwright/test/cli'), 'test', ...args, '--workers=1'],
      {
        env: {
          ...(await mirrorSettings(env, sandbox, folder)),
          [rehearsalVariable]: JSON.stringify({ file, mostCalls } satisfies HandedRehearsal),
          [planVariable]: tests === undefined ? '' : planned,
        },
        quiet: true,
      },
    )
    return readRehearsal(file, output)
  } finally {
    await sandbox.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function openSandbox(env: Env): Promise<Sandbox> {
  const { schemas, specs } = contractFolders()
  return startSandbox({
    contract: readContract(schemas, specs),
    schemasDirectory: schemas,
    clock: 'running',
    quota: endless,
    personality: readSettings(env).personality,
  })
}

function readRehearsal(file: string, output: string): Rehearsal {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Rehearsal
  } catch (cause) {
    throw new SuiteBug(`the rehearsal left nothing: ${output.trim()}`, { cause })
  }
}
