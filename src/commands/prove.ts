import { createRequire } from 'node:module'
import { SettingsError } from '../errors.ts'
import { drawPairs } from '../mock/defects/pairs.ts'
import { environment } from '../settings.ts'
import { parseArguments } from './arguments.ts'
import { runNode } from './child.ts'
import { root } from './project.ts'
import { runCommand } from './run.ts'

const usage = `Usage: npm run prove [-- --defect <ids> | --pairs <n>] [options of "playwright test"]

Runs the suite against the embedded sandbox under each named defect, alone. Exactly the requirement that the defect
breaks must be reported; the kill matrix stands in reports/proof.json and, for people, in reports/proof.html.
  --defect <ids>   these defects only, with commas; a+b switches both on, and both must be reported
  --pairs <n>      so many pairs of defects, drawn by --seed, each switched on together
  --seed <text>    draws other pairs; 1 unless given

Exit code: 0 all proved, 1 a defect survived or raised a false alarm, 2 could not run.`

const require = createRequire(import.meta.url)

await runCommand(async (args) => {
  const { options, rest } = parseArguments(args, { values: ['defect', 'pairs', 'seed'], switches: ['help'] })
  if (options['help'] !== undefined) {
    console.log(usage)
    return 0
  }
  const env = { ...environment(root), CITI_PROVE: chosenBy(options), CITI_BASE_URL: '' }
  const cli = require.resolve('@playwright/test/cli')
  const { code } = await runNode([cli, 'test', '--config', 'playwright.prove.config.ts', ...rest], { env })
  return code
})

/** The setting that names what is switched on; SettingsError when options contradict or a number is none. */
function chosenBy({ defect, pairs, seed = '1' }: Readonly<Record<string, string>>): string {
  if (pairs === undefined) return defect ?? 'all'
  if (defect !== undefined)
    throw new SettingsError('setting-invalid', '--pairs and --defect exclude each other')
  if (!/^[1-9]\d{0,3}$/.test(pairs))
    throw new SettingsError('setting-invalid', `--pairs is not a number from 1 to 9999: ${pairs}`)
  return drawPairs(Number(pairs), seed).join(',')
}
