import { expect } from '@playwright/test'
import { describeError, SuiteError } from '../../src/errors.ts'
import { preflight } from '../../src/doctor/examine.ts'
import { Patient } from '../../src/doctor/patient.ts'

/** A secret that no complaint may show. */
export const secret = 'canary-5ecret-9f3a'

/** Settings of a target, but for its address. */
export const credentials = { CITI_CLIENT_ID: 'an-id', CITI_CLIENT_SECRET: secret, CITI_MARKET: 'sg' }

/** What the preflight says under an environment: nothing, or the error that stops the run. */
export async function complaint(env: Record<string, string>): Promise<SuiteError | undefined> {
  try {
    await preflight(new Patient({ env: { ...credentials, ...env } }))
    return undefined
  } catch (error) {
    expect(error).toBeInstanceOf(SuiteError)
    expect(describeError(error)).not.toContain(secret)
    expect((error as SuiteError).message).not.toContain('\n')
    return error as SuiteError
  }
}
