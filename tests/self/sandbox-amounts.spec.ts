import { expect } from '@playwright/test'
import { marketOf } from '../../src/markets/index.ts'
import { readSettings } from '../../src/settings.ts'
import type { CallChange } from '../../src/testing/call-change.ts'
import { Caller } from '../../src/testing/caller.ts'
import { operationOf } from '../../src/testing/operations.ts'
import { TargetState } from '../../src/testing/target-state.ts'
import { type Lab, outcome, test } from './sandbox-lab.ts'

function callerOf(lab: Lab): Caller {
  const { baseUrl, originUrl, caPem: ca, control } = lab.sandbox
  const { customers } = lab.credentials
  const state = new TargetState({
    ...{ baseUrl, originUrl, ca, control, customers, applications: {}, deviations: [] },
    settings: readSettings({}),
    close: () => Promise.resolve(),
  })
  return new Caller({ client: lab.client, state, app: lab.application(), username: customers[0]?.username })
}

/** More than any number of minor units that is whole. */
const huge = '1e308'

const questions: Record<string, CallChange> = {
  getInstalmentPlan: { parameters: { eligbleLoanAmount: huge } },
  getCardTokenPlan: { parameters: { eligbleLoanAmount: huge } },
  searchInstalmentPlans: { body: { eppLoanBookingType: 'STATEMENT', loanAmount: Number(huge) } },
  getCardTokenSchedule: { parameters: { loanAmount: huge, tenor: '12' } },
  getInstalmentSchedule: { parameters: { loanAmount: huge, tenor: '12' } },
}

// What leads to the calls is of the suite, which ends a test as not observed; here that would hide a fault.
test.afterEach(({}, { status }) => {
  expect(status).toBe('passed')
})

for (const [id, change] of Object.entries(questions))
  test(`${id} refuses an amount that no account can hold`, async ({ lab }) => {
    const operation = operationOf(id)
    const caller = callerOf(lab).in(marketOf(operation.markets[0]!))
    expect((await caller.call(operation)).status).toBe(200)
    expect(outcome(await caller.call(operation, change))).toBe('400 invalidRequest')
  })
