import process from 'node:process'
import { SettingsError, TransportError } from '../errors.ts'
import { defects } from '../mock/defects/index.ts'
import { preflight } from '../oauth/preflight.ts'
import { failureToText } from '../report/failure-text.ts'
import { readSettings, refuseUnknownSettings, type Settings } from '../settings.ts'
import { connectControl } from './remote-control.ts'

/** Stops a run that cannot work before its first test, with exit code 2. Playwright demands the default export. */
export default async function globalSetup(): Promise<void> {
  keepPagesOutOfReports()
  try {
    refuseUnknownSettings()
    const settings = readSettings()
    checkDefects(settings)
    await preflight(settings)
    await checkControlPlane(settings)
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

async function checkControlPlane({ baseUrl, controlUrl, timeoutMs }: Settings): Promise<void> {
  if (baseUrl === undefined || controlUrl === undefined) return
  try {
    await connectControl(controlUrl, timeoutMs).credentials()
  } catch (cause) {
    throw new TransportError(
      'port-closed',
      `CITI_CONTROL_URL ${controlUrl}: no control plane answers there`,
      {
        fix: 'start the sandbox with `npm run mock`, or remove CITI_CONTROL_URL',
        cause,
      },
    )
  }
}
