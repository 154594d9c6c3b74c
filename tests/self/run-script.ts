import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { parse } from 'dotenv'
import { environment } from '../../src/settings.ts'

const require = createRequire(import.meta.url)

/** The folder of the project. */
export const root = path.join(import.meta.dirname, '..', '..')

/** The script that runs TypeScript. */
export const tsx = require.resolve('tsx/cli')

/** Playwright's own command. */
export const playwright = require.resolve('@playwright/test/cli')

/** Runs a script of Node with settings of its own and returns how it ended and all that it printed. */
export function runScript(
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<{ code: number; output: string }> {
  const env = { ...blankSettings(), ...settings, FORCE_COLOR: '0' }
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      resolve({ code, output: stdout + stderr })
    })
  })
}

/**
 * Every setting empty, so that neither .env nor the caller's environment reaches the script; its reports go to a folder
 * of this process, since a run empties the folder of its tests first, and the usual one belongs to the tests around it.
 */
export function blankSettings(): Record<string, string> {
  const names = Object.keys(parse(readFileSync(path.join(root, '.env.example'))))
  return {
    PATH: environment()['PATH'] ?? '',
    ...Object.fromEntries(names.map((name) => [name, ''])),
    CITI_REPORTS: path.join('reports', 'scripts', String(process.pid)),
  }
}
