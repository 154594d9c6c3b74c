import { createRequire } from 'node:module'
import { environment } from '../settings.ts'
import { parseArguments } from './arguments.ts'
import { runNode } from './child.ts'
import { root } from './project.ts'
import { runCommand } from './run.ts'

const usage = `Usage: npm run prove [-- --defect <ids>] [options of "playwright test"]

Runs the suite against the embedded sandbox under each named defect, alone. Exactly the requirement that the defect
breaks must be reported; the kill matrix stands in reports/proof.json.
  --defect <ids>   these defects only, with commas

Exit code: 0 all proved, 1 a defect survived or raised a false alarm, 2 could not run.`

const require = createRequire(import.meta.url)

await runCommand(async (args) => {
  const { options, rest } = parseArguments(args, { values: ['defect'], switches: ['help'] })
  if (options['help'] !== undefined) {
    console.log(usage)
    return 0
  }
  const env = { ...environment(root), CITI_PROVE: options['defect'] ?? 'all', CITI_BASE_URL: '' }
  const cli = require.resolve('@playwright/test/cli')
  const { code } = await runNode([cli, 'test', '--config', 'playwright.prove.config.ts', ...rest], { env })
  return code
})
