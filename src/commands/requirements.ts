import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArguments, refuseRest } from './arguments.ts'
import { root } from './project.ts'
import { deriveRequirementsPage, requirementsFile } from './requirements-file.ts'
import { runCommand } from './run.ts'

const usage = `Usage: npm run requirements [-- --check]

Writes docs/requirements.md: every requirement with its source and what proves it, and every candidate with what became
of it.
  --check   writes nothing; ends with 1 when the page differs from what the registry gives`

const page = path.relative(root, requirementsFile)

await runCommand((args) => {
  const parsed = parseArguments(args, { values: [], switches: ['check', 'help'] })
  refuseRest(parsed)
  if (parsed.options['help'] !== undefined) {
    console.log(usage)
    return 0
  }
  return parsed.options['check'] === undefined ? write() : check()
})

function write(): number {
  writeFileSync(requirementsFile, deriveRequirementsPage())
  console.log(`${page} written`)
  return 0
}

function check(): number {
  if (readFileSync(requirementsFile, 'utf8') === deriveRequirementsPage()) return 0
  console.error(`${page} differs from the registry\n  fix: npm run requirements`)
  return 1
}
