import process from 'node:process'
import { SettingsError, TransportError } from '../errors.ts'
import { defects } from '../mock/defects/index.ts'
import { preflight } from '../oauth/preflight.ts'
import { failureToText } from '../report/failure-text.ts'
import { readSettings, type Settings } from '../settings.ts'
import { connectControl } from './remote-control.ts'

/** Stops a run that cannot work before its first test, with exit code 2. Playwright demands the default export. */
export default async function globalSetup(): Promise<void> {
  try {
    const settings = readSettings()
    checkDefects(settings)
    await preflight(settings)
    await checkControlPlane(settings)
  } catch (error) {
    process.stderr.write(`${failureToText(error)}\n`)
    process.exit(2)
  }
}

function checkDefects({ defects: named }: Settings): void {
  const unknown = named.find((id) => !defects.some((defect) => defect.id === id))
  if (unknown !== undefined)
    throw new SettingsError(
      'setting-invalid',
      `CITI_DEFECTS names ${unknown}, which is no defect of the sandbox`,
      {
        fix: 'choose from the ids in src/mock/defects',
      },
    )
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
