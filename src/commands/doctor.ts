import { examine } from '../doctor/examine.ts'
import { Patient } from '../doctor/patient.ts'
import { examinationToText } from '../doctor/text.ts'
import { environment } from '../settings.ts'
import { parseArguments, refuseRest } from './arguments.ts'
import { root } from './project.ts'
import { couldNotRun, runCommand } from './run.ts'

/** Each wait is this long at most, so that the answer is there within five seconds. */
const patienceMs = 4000

const usage = `Usage: npm run doctor

Looks for what keeps a run from working, from the settings to the browser, and says it in the first line with one
fix. It makes a token call for each market and, with a test customer, logs in once; nothing is changed or spent.
Exit code: 0 a run works, 2 it does not.`

await runCommand(async (args) => {
  const parsed = parseArguments(args, { values: [], switches: ['help'] })
  refuseRest(parsed)
  if (parsed.options['help'] !== undefined) {
    console.log(usage)
    return 0
  }
  const patient = new Patient({ env: environment(root), folder: root, patienceMs })
  const examination = await examine(patient)
  await patient.close()
  console.log(examinationToText(examination))
  return examination.answer === undefined ? 0 : couldNotRun
})
