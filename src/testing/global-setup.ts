import path from 'node:path'
import process from 'node:process'
import { preflight } from '../doctor/examine.ts'
import { Patient } from '../doctor/patient.ts'
import { SettingsError } from '../errors.ts'
import { defects } from '../mock/defects/index.ts'
import { failureToText } from '../report/failure-text.ts'
import { readSettings, type Settings } from '../settings.ts'

const root = path.join(import.meta.dirname, '..', '..')

/** Stops a run that cannot work before its first test, with exit code 2. Playwright demands the default export. */
export default async function globalSetup(): Promise<void> {
  keepPagesOutOfReports()
  try {
    checkDefects(readSettings())
    await preflight(new Patient({ folder: root }))
  } catch (error) {
    process.stderr.write(`${failureToText(error)}\n`)
    process.exit(2)
  }
}

/** Makes Playwright leave out the picture of a page that it adds to a failure: it would show what a customer typed. */
function keepPagesOutOfReports(): void {
  // eslint-disable-next-line no-restricted-properties -- written for Playwright's workers, not read as a setting
  process.env['PLAYWRIGHT_NO_COPY_PROMPT'] = '1'
}

function checkDefects({ defects: planted, prove = [] }: Settings): void {
  for (const [setting, ids] of Object.entries({ CITI_DEFECTS: planted, CITI_PROVE: prove })) {
    const unknown = ids.find((id) => !defects.some((defect) => defect.id === id))
    if (unknown !== undefined)
      throw new SettingsError(
        'setting-invalid',
        `${setting} names ${unknown}, which is no defect of the sandbox`,
        { fix: 'list them with `npm run mock -- --defects`' },
      )
  }
}
