import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** How files on disk differ from those that should be there; paths stand below the folder. */
export interface Drift {
  readonly missing: readonly string[]
  readonly different: readonly string[]
  readonly stale: readonly string[]
}

/** Reads every JSON file below a folder, by its path with forward slashes. */
export function readFiles(directory: string): Map<string, string> {
  if (!existsSync(directory)) return new Map()
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  )
  return new Map(
    files.map((file) => [file.replaceAll('\\', '/'), readFileSync(path.join(directory, file), 'utf8')]),
  )
}

/** Compares files by path and text. */
export function compareFiles(
  expected: ReadonlyMap<string, string>,
  actual: ReadonlyMap<string, string>,
): Drift {
  const names = [...expected.keys()]
  return {
    missing: names.filter((name) => !actual.has(name)),
    different: names.filter((name) => actual.has(name) && actual.get(name) !== expected.get(name)),
    stale: [...actual.keys()].filter((name) => !expected.has(name)),
  }
}

/** Names every file that differs; an empty text means none. */
export function driftToText({ missing, different, stale }: Drift): string {
  const lines = (word: string, files: readonly string[]) => files.map((file) => `${word} schemas/${file}`)
  return [
    ...lines('missing  ', missing),
    ...lines('different', different),
    ...lines('stale    ', stale),
  ].join('\n')
}
