import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { planVariable } from '../budget/handed-down.ts'
import { usualCap } from '../budget/limiter.ts'
import { readContract } from '../contract/read.ts'
import { chooseMarkets } from '../oauth/choose-markets.ts'
import { SettingsError } from '../errors.ts'
import { planToLine, planToText } from '../plan/text.ts'
import { type ReportPaths, reportPaths } from '../report/paths.ts'
import type { Verdict } from '../report/verdict.ts'
import { writeWhole } from '../report/write-whole.ts'
import { environment, readReportsFolder, readSettings, refuseUnknownSettings } from '../settings.ts'
import { readParkedSettings } from '../token-settings.ts'
import { makeAllureReport } from './allure-report.ts'
import { parseArguments } from './arguments.ts'
import { type Env, runNode } from './child.ts'
import { contractFolders, root } from './project.ts'
import { choosePlan, makePlan, refuseProvokingShard } from './make-plan.ts'
import { couldNotRun, runCommand } from './run.ts'

const usage = `Usage: npm run conformance -- [options] [options of "playwright test"]

  --market <ids>   one market or several with commas: us, sg, hk, au, in, pl, gb, bh, mx (CITI_MARKET)
  --target <url>   base address of the API; without it the embedded sandbox is tested (CITI_BASE_URL)
  --personality <how>  observed: the known deviations of the bank's sandbox belong to the target, and the embedded
                   sandbox imitates them; documented: they do not (CITI_PERSONALITY)
  --wait <span>    how long the run may wait for deadlines of its own, such as 3m (CITI_WAIT)
  --standard, --whole  ask what at most 120 calls can show (as on a live target), or everything (CITI_PLAN)
  --plan           prints what a live target will be asked, before anything is sent, and ends
  --with-429       spends the cap of a live target on purpose, last and alone, and waits until it is back
                   (CITI_WITH_429)
  --strict         SHOULD and MAY requirements fail the run as well (CITI_STRICT)
  --help           this text

Everything else goes to Playwright, for example --grep @expiry. Settings are read from the environment and .env.
Exit code: 0 conforms, 1 findings, 2 could not run.`

const exitCodes: Readonly<Record<Verdict['conclusion'], number>> = {
  conforms: 0,
  findings: 1,
  incomplete: couldNotRun,
}

const require = createRequire(import.meta.url)

await runCommand(async (args) => {
  const { options, rest } = parseArguments(args, {
    values: ['market', 'target', 'personality', 'wait'],
    switches: ['strict', 'standard', 'whole', 'plan', 'with-429', 'help'],
  })
  if (options['help'] !== undefined) {
    console.log(usage)
    return 0
  }
  const env = readEnvironment(options)
  refuseProvokingShard(readSettings(env), rest)
  const { schemas, specs } = contractFolders()
  readContract(schemas, specs)
  const folder = readReportsFolder(env)
  checkWritable(folder)
  const reports = reportPaths(folder)
  clear(reports)
  if (options['plan'] !== undefined) return printPlan(rest, env, reports)
  const playwright = await runTests(rest, await withPlan(rest, env, reports))
  if (rest.includes('--list')) return playwright
  return existsSync(path.resolve(root, reports.verdict))
    ? conclude(reports, env)
    : explainNoVerdict(playwright)
})

/** The environment of the run, with what the options say; SettingsError when something in it is wrong. */
function readEnvironment(options: Readonly<Record<string, string>>): Env {
  const { market, target, strict, personality, wait, standard, whole, 'with-429': with429 } = options
  refuseUnknownSettings(root)
  const env = {
    ...environment(root),
    ...(market === undefined ? {} : { CITI_MARKET: market }),
    ...(target === undefined ? {} : { CITI_BASE_URL: target }),
    ...(strict === undefined ? {} : { CITI_STRICT: strict }),
    ...(personality === undefined ? {} : { CITI_PERSONALITY: personality }),
    ...(wait === undefined ? {} : { CITI_WAIT: wait }),
    ...(with429 === undefined ? {} : { CITI_WITH_429: with429 }),
    ...(standard === undefined ? {} : { CITI_PLAN: 'standard' }),
    ...(whole === undefined ? {} : { CITI_PLAN: 'whole' }),
  }
  readParkedSettings(env)
  const chosen = chooseMarkets(readSettings(env)).map(({ id }) => id)
  return { ...env, CITI_MARKET: chosen.join(',') }
}

/** Prints the plan of a run; without a target that of a live target of which everything is known. */
async function printPlan(args: readonly string[], env: Env, reports: ReportPaths): Promise<number> {
  const settings = readSettings(env)
  const kind = settings.baseUrl === undefined ? (settings.plan ?? 'standard') : choosePlan(settings, args)
  const plan = await makePlan(kind, env, args)
  writeWhole(path.resolve(root, reports.plan), `${JSON.stringify(plan, null, 2)}\n`)
  console.log(planToText(plan, settings.callsPerMinute ?? usualCap))
  console.log(`\n  in full       ${reports.plan}`)
  return 0
}

/** The environment of a run with its plan; a run that asks everything needs none. */
async function withPlan(args: readonly string[], env: Env, reports: ReportPaths): Promise<Env> {
  const settings = readSettings(env)
  if (choosePlan(settings, args) === 'whole' || args.includes('--list')) return env
  const plan = await makePlan('standard', env, args)
  const file = path.resolve(root, reports.plan)
  writeWhole(file, `${JSON.stringify(plan, null, 2)}\n`)
  console.log(planToLine(plan, settings.callsPerMinute ?? usualCap))
  return { ...env, [planVariable]: file }
}

function checkWritable(folder: string): void {
  const place = path.resolve(root, folder)
  try {
    mkdirSync(place, { recursive: true })
    accessSync(place, constants.W_OK)
  } catch (cause) {
    throw new SettingsError('setting-invalid', `CITI_REPORTS names ${folder}, where nothing can be written`, {
      fix: 'name a folder of yours, or remove CITI_REPORTS',
      cause,
    })
  }
}

/** Removes what an earlier run left, so that nobody takes it for the result of this one. */
function clear(reports: ReportPaths): void {
  for (const leftover of [
    reports.verdict,
    reports.plan,
    reports.coverage,
    reports.allureResults,
    reports.allure,
  ])
    rmSync(path.resolve(root, leftover), { recursive: true, force: true })
}

async function runTests(args: readonly string[], env: Env): Promise<number> {
  const { code } = await runNode([require.resolve('@playwright/test/cli'), 'test', ...args], { env })
  return code
}

async function conclude(reports: ReportPaths, env: Env): Promise<number> {
  const { conclusion } = JSON.parse(readFileSync(path.resolve(root, reports.verdict), 'utf8')) as Verdict
  const problem = await makeAllureReport(reports, env)
  if (problem === undefined) console.log(`  report       ${reports.allurePage}`)
  else console.error(`The Allure report could not be made:\n${problem}`)
  return exitCodes[conclusion]
}

/** The cause stands above already when the preflight found it (2); else Playwright said something of its own. */
function explainNoVerdict(playwright: number): number {
  if (playwright !== couldNotRun)
    console.error(`No test ran to a verdict: Playwright ended with ${playwright}; the lines above say why.`)
  return couldNotRun
}
