import { TransportError } from '../../errors.ts'
import { type Diagnosis, good } from '../types.ts'

/** A control plane that is named answers. */
export const controlPlane: Diagnosis = {
  title: 'control plane',
  ofTarget: true,
  stopsRun: true,
  examine: async ({ target: { controlUrl, timeoutMs } }) => {
    if (controlUrl === undefined) return good('none, as on every live target')
    if (await answers(`${controlUrl}/credentials`, timeoutMs)) return good(controlUrl)
    throw new TransportError(
      'port-closed',
      `CITI_CONTROL_URL ${controlUrl}: no control plane answers there`,
      {
        fix: 'start the sandbox with `npm run mock`, or remove CITI_CONTROL_URL',
      },
    )
  },
}

async function answers(url: string, timeoutMs: number): Promise<boolean> {
  try {
    const { ok } = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
    return ok
  } catch {
    return false
  }
}
