import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deriveSchemas } from '../contract/derive.ts'
import { parseArguments, refuseRest } from './arguments.ts'
import { schemasDirectory, specsDirectory } from './project.ts'
import { runCommand } from './run.ts'
import { compareFiles, driftToText, readFiles } from './schema-drift.ts'

const usage = `Usage: npm run schemas [-- --check]

Derives schemas/ from specs/ and removes what no document describes any more.
  --check   writes nothing; ends with 1 when schemas/ differs from what specs/ gives`

await runCommand((args) => {
  const parsed = parseArguments(args, { values: [], switches: ['check', 'help'] })
  refuseRest(parsed)
  if (parsed.options['help'] !== undefined) {
    console.log(usage)
    return 0
  }
  const derived = new Map(deriveSchemas(specsDirectory).map(({ path: file, text }) => [file, text]))
  return parsed.options['check'] === undefined ? write(derived) : check(derived)
})

function write(derived: ReadonlyMap<string, string>): number {
  const drift = compareFiles(derived, readFiles(schemasDirectory))
  for (const file of [...drift.missing, ...drift.different]) {
    mkdirSync(path.dirname(path.join(schemasDirectory, file)), { recursive: true })
    writeFileSync(path.join(schemasDirectory, file), derived.get(file) ?? '')
  }
  for (const file of drift.stale) rmSync(path.join(schemasDirectory, file))
  const written = drift.missing.length + drift.different.length
  console.log(`${derived.size} schemas: ${written} written, ${drift.stale.length} removed`)
  return 0
}

function check(derived: ReadonlyMap<string, string>): number {
  const drift = compareFiles(derived, readFiles(schemasDirectory))
  const text = driftToText(drift)
  if (text === '') {
    console.log(`${derived.size} schemas agree with specs/`)
    return 0
  }
  console.error(`${text}\n  fix: npm run schemas`)
  return 1
}
