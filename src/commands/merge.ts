import { cpSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { SettingsError } from '../errors.ts'
import { mergeVerdicts } from '../report/merge.ts'
import { type ReportPaths, reportPaths } from '../report/paths.ts'
import { verdictToText } from '../report/verdict-text.ts'
import type { Verdict } from '../report/verdict.ts'
import { writeWhole } from '../report/write-whole.ts'
import { environment, readReportsFolder } from '../settings.ts'
import { makeAllureReport } from './allure-report.ts'
import { parseArguments } from './arguments.ts'
import { root } from './project.ts'
import { runCommand } from './run.ts'

const usage = `Usage: npm run merge -- <folder> <folder> …

Merges the reports of a run in parts (--shard, with CITI_REPORTS naming a folder for each) into one verdict and one
Allure report in the folder of reports.

Exit code: that of the whole run: 0 conforms, 1 findings, 2 incomplete or could not merge.`

await runCommand(async (args) => {
  const { options, rest } = parseArguments(args, { values: [], switches: ['help'] })
  if (options['help'] !== undefined) {
    console.log(usage)
    return 0
  }
  const env = environment(root)
  const whole = reportPaths(readReportsFolder(env))
  const verdict = mergeVerdicts(readParts(rest))
  for (const folder of rest) copyResults(reportPaths(folder), whole)
  writeWhole(path.resolve(root, whole.verdict), `${JSON.stringify(verdict, null, 2)}\n`)
  console.log(verdictToText(verdict, whole.verdict))
  const problem = await makeAllureReport(whole, env)
  console.log(problem === undefined ? `  report       ${whole.allurePage}` : problem)
  return { conforms: 0, findings: 1, incomplete: 2 }[verdict.conclusion]
})

function readParts(folders: readonly string[]): [Verdict, ...Verdict[]] {
  const [first, ...others] = folders.map(readPart)
  if (first === undefined)
    throw new SettingsError('setting-missing', 'no folder of a part is named', { fix: 'see --help' })
  return [first, ...others]
}

/** A part without a verdict never came to its end, and a whole without it would look complete. */
function readPart(folder: string): Verdict {
  const file = path.resolve(root, reportPaths(folder).verdict)
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Verdict
  } catch (cause) {
    throw new SettingsError('setting-file-unreadable', `the part ${folder} has left no verdict`, {
      cause,
      fix: 'look at the log of that part, and run it again',
    })
  }
}

function copyResults(part: ReportPaths, whole: ReportPaths): void {
  for (const name of ['allureResults', 'coverage'] as const) {
    const source = path.resolve(root, part[name])
    if (existsSync(source)) cpSync(source, path.resolve(root, whole[name]), { recursive: true })
  }
}
