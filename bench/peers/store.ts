import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { workFolder } from './folders.ts'

const folder = path.join(workFolder, 'results')

/** Returns a result of an earlier, interrupted run; undefined when there is none. */
export function kept(name: string): unknown {
  const file = path.join(folder, `${name}.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** Keeps a result whole or not at all, and returns it. */
export function keep<Result>(name: string, result: Result): Result {
  const file = path.join(folder, `${name}.json`)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(`${file}.part`, JSON.stringify(result))
  renameSync(`${file}.part`, file)
  return result
}

/** Forgets every result. */
export function forgetAll(): void {
  rmSync(folder, { recursive: true, force: true })
}
