import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readContract } from '../contract/read.ts'
import { SettingsError } from '../errors.ts'
import { decide } from '../readiness/decide.ts'
import { keepRun, readHistory, summarize, trendOf } from '../readiness/history.ts'
import { readinessJunit } from '../readiness/junit.ts'
import { readinessMarkdown } from '../readiness/markdown.ts'
import { type ReadinessReport, readinessPage } from '../readiness/page.ts'
import { readPolicy } from '../readiness/policy.ts'
import { readinessSarif } from '../readiness/sarif.ts'
import { writeWhole } from '../report/write-whole.ts'
import { type ReportPaths, reportPaths } from '../report/paths.ts'
import type { Verdict } from '../report/verdict.ts'
import { environment, readReportsFolder } from '../settings.ts'
import { parseArguments, refuseRest } from './arguments.ts'
import { contractFolders, root } from './project.ts'
import { runCommand } from './run.ts'

const usage = `Usage: npm run readiness [-- options]

Reads the last run and says whether the integration may go live: ready, ready with deviations, not ready, or not
enough observed.
  --policy <file>     what must hold (readiness.yaml)
  --target <url>      refuse a run of another target
  --history <folder>  keep the run there, and show since when what fails has failed
  --help              this text

Exit code: 0 ready, with deviations or without; 1 not ready, or not enough observed; 2 could not decide.`

await runCommand((args) => {
  const parsed = parseArguments(args, { values: ['policy', 'target', 'history'], switches: ['help'] })
  const { options } = parsed
  if (options['help'] !== undefined) {
    console.log(usage)
    return 0
  }
  refuseRest(parsed)
  const reports = reportPaths(readReportsFolder(environment(root)))
  const verdict = readVerdict(path.resolve(root, reports.verdict), options['target'])
  const policy = readPolicy(
    path.resolve(root, options['policy'] ?? 'readiness.yaml'),
    path.join(root, 'readiness.schema.json'),
  )
  const report = { verdict, readiness: decide(verdict, policy, new Date()), ...readTrend(verdict, options) }
  write(report, reports)
  return report.readiness.decision.startsWith('ready') ? 0 : 1
})

function readVerdict(file: string, target: string | undefined): Verdict {
  if (!existsSync(file))
    throw new SettingsError('setting-missing', `there is no run to decide on: ${file} is not there`, {
      fix: 'run `npm run conformance` first',
    })
  let verdict: Verdict
  try {
    verdict = JSON.parse(readFileSync(file, 'utf8')) as Verdict
  } catch (cause) {
    throw new SettingsError('setting-invalid', `${file} is no verdict`, {
      cause,
      fix: 'run `npm run conformance` again',
    })
  }
  if (target !== undefined && verdict.target !== target.replace(/\/$/, ''))
    throw new SettingsError('setting-invalid', `the last run was of ${verdict.target}, not of ${target}`, {
      fix: `run \`npm run conformance -- --target ${target}\` first`,
    })
  return verdict
}

function readTrend(
  verdict: Verdict,
  { history }: Readonly<Record<string, string>>,
): Pick<ReadinessReport, 'trend' | 'earlier'> {
  const now = summarize(verdict)
  if (history === undefined) return { trend: { failingSince: {}, newlyPassing: [] }, earlier: 0 }
  const folder = path.resolve(root, history)
  const past = readHistory(folder, verdict.target).filter(({ startedAt }) => startedAt < now.startedAt)
  keepRun(folder, verdict)
  return { trend: trendOf(past, now), earlier: past.length }
}

function write(report: ReadinessReport, { readiness }: ReportPaths): void {
  const { decision, reasons } = report.readiness
  const { schemas, specs } = contractFolders()
  const at = (ending: string) => path.resolve(root, `${readiness}.${ending}`)
  writeWhole(at('html'), readinessPage(report))
  writeWhole(at('md'), readinessMarkdown(report))
  writeWhole(at('junit.xml'), readinessJunit(report.verdict))
  writeWhole(at('sarif'), readinessSarif(report.verdict, readContract(schemas, specs)))
  console.log([decision, ...reasons.map((reason) => `  ${reason}`), `  page  ${readiness}.html`].join('\n'))
}
