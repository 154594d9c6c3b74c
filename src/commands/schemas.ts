import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deriveSchemas } from '../contract/derive.ts'
import { contractFileName } from '../contract/read.ts'
import { SettingsError } from '../errors.ts'
import { parseArguments, refuseRest } from './arguments.ts'
import { contractFolders } from './project.ts'
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
  const { specs, schemas } = contractFolders()
  const derived = new Map(deriveSchemas(specs).map(({ path: file, text }) => [file, text]))
  return parsed.options['check'] === undefined ? write(derived, schemas) : check(derived, schemas)
})

function write(derived: ReadonlyMap<string, string>, schemas: string): number {
  const files = readFiles(schemas)
  refuseForeign(files, schemas)
  const drift = compareFiles(derived, files)
  for (const file of [...drift.missing, ...drift.different]) {
    mkdirSync(path.dirname(path.join(schemas, file)), { recursive: true })
    writeFileSync(path.join(schemas, file), derived.get(file) ?? '')
  }
  for (const file of drift.stale) rmSync(path.join(schemas, file))
  const written = drift.missing.length + drift.different.length
  console.log(`${derived.size} schemas: ${written} written, ${drift.stale.length} removed`)
  return 0
}

/** What is stale is removed, so the folder must be one that was derived. */
function refuseForeign(files: ReadonlyMap<string, string>, schemas: string): void {
  if (files.size === 0 || files.has(contractFileName)) return
  throw new SettingsError(
    'setting-invalid',
    `${schemas} holds JSON files that were not derived from documents`,
    {
      fix: 'name a folder of its own in CITI_SCHEMAS',
    },
  )
}

function check(derived: ReadonlyMap<string, string>, schemas: string): number {
  const drift = compareFiles(derived, readFiles(schemas))
  const text = driftToText(drift)
  if (text === '') {
    console.log(`${derived.size} schemas agree with specs/`)
    return 0
  }
  console.error(`${text}\n  fix: npm run schemas`)
  return 1
}
