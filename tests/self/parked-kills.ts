import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { newParkedKey } from '../../src/parked/key.ts'
import type { ParkedStore } from '../../src/parked/store.ts'
import { openStore } from './parked-ground.ts'
import { root, tsx } from './run-script.ts'

const writer = path.join(import.meta.dirname, 'parked-writer.ts')

/** The longest that a writer works before it is killed, in milliseconds. */
const longestLife = 80

/** What was left after writers were killed in the middle of their work. */
export interface KillReport {
  readonly kills: number
  /** Steps that writers told as done. */
  readonly steps: number
  /** Ids that are gone, cannot be opened, or would be tried twice. */
  readonly lost: readonly string[]
  /** Files that cannot be read whole. */
  readonly damaged: number
  /** Writes that were broken off, each told apart. */
  readonly unfinished: number
}

/** Kills writers of one store at random moments, and looks at what is left. */
export async function killWriters(folder: string, kills: number): Promise<KillReport> {
  const key = newParkedKey()
  const told: string[] = []
  for (let kill = 0; kill < kills; kill++) told.push(...(await killOne(folder, key)))
  const store = openStore(folder, key)
  const states = new Map(store.list().map(({ id, state }) => [id, state]))
  const count = (...wanted: string[]) => [...states.values()].filter((state) => wanted.includes(state)).length
  return {
    kills,
    steps: told.length,
    lost: told.filter((line) => isLost(line, states, store)),
    damaged: count('damaged', 'altered', 'other key'),
    unfinished: count('unfinished'),
  }
}

async function killOne(folder: string, key: string): Promise<string[]> {
  const child = spawn(process.execPath, [tsx, writer, folder, key], { cwd: root, detached: true })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  await once(child.stdout, 'data')
  await setTimeout(Math.random() * longestLife)
  // The script that runs TypeScript has a child of its own, so the whole group goes.
  process.kill(-(child.pid ?? 0), 'SIGKILL')
  await once(child, 'close')
  // A line that was cut told nothing.
  return output.split('\n').slice(0, -1)
}

function isLost(line: string, states: ReadonlyMap<string, string>, store: ParkedStore): boolean {
  const [step, id = ''] = line.split(' ')
  const state = states.get(id) ?? 'gone'
  if (step === 'settled') return state !== 'tried' || store.claim(id) !== undefined
  if (step === 'claimed') return !['tried', 'claimed'].includes(state) || store.claim(id) !== undefined
  return !['waiting', 'tried', 'claimed'].includes(state)
}
