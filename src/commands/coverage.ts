import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { schemaPath } from '../contract/derive.ts'
import { readContract } from '../contract/read.ts'
import type { JsonSchema } from '../contract/types.ts'
import { SettingsError } from '../errors.ts'
import { buildCoverage, mergeSeen, type SeenOperations } from '../report/coverage.ts'
import { coverageToText, isWhole } from '../report/coverage-text.ts'
import { reportPaths } from '../report/paths.ts'
import { environment, readReportsFolder } from '../settings.ts'
import { parseArguments } from './arguments.ts'
import { contractFolders, root } from './project.ts'
import { runCommand } from './run.ts'

const usage = `Usage: npm run coverage -- [options]

  --check   exit 1 when a documented status or a declared field was never seen
  --help    this text

Shows which operations, statuses and fields the last run of the suite saw.`

await runCommand((args) => {
  const { options } = parseArguments(args, { values: [], switches: ['check', 'help'] })
  if (options['help'] !== undefined) {
    console.log(usage)
    return Promise.resolve(0)
  }
  const { schemas, specs } = contractFolders()
  const coverage = buildCoverage(readContract(schemas, specs), readSeen(), (operation, status) =>
    readSchema(path.join(schemas, schemaPath(operation, status))),
  )
  console.log(coverageToText(coverage))
  return Promise.resolve(options['check'] === undefined || isWhole(coverage) ? 0 : 1)
})

function readSeen(): SeenOperations {
  const folder = path.resolve(root, reportPaths(readReportsFolder(environment(root))).coverage)
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : []
  if (files.length === 0)
    throw new SettingsError('setting-missing', `no run has left its coverage in ${folder}`, {
      fix: 'run `npm run conformance` first',
    })
  return mergeSeen(
    files.map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as SeenOperations),
  )
}

function readSchema(file: string): JsonSchema {
  return JSON.parse(readFileSync(file, 'utf8')) as JsonSchema
}
