import type { TestInfo } from '@playwright/test'
import { handedPlan } from '../budget/handed-down.ts'
import type { RequirementId } from '../requirements/index.ts'
import { notObserved } from './not-observed.ts'

const plan = handedPlan()
const planned = plan === undefined ? undefined : new Set(plan.tests)

/** Files whose tests run under any plan: what they ask depends on what was parked, and on what the run was asked for. */
const beyondPlans = /\/tests\/(expiry\/parked\.spec\.ts$|(waited|provoked)\/)/

/** Tells whether the tests of a file spend the cap on purpose. */
export function provokesOnPurpose(file: string): boolean {
  return /\/tests\/provoked\//.test(file.replaceAll('\\', '/'))
}

/** Ends a test that the plan of this run leaves out, before it costs anything. */
export function skipUnplanned({ testId, file }: TestInfo, requirement: RequirementId | undefined): void {
  if (planned === undefined || planned.has(testId) || beyondPlans.test(file.replaceAll('\\', '/'))) return
  const reason = requirement === undefined ? undefined : plan?.unseen?.[requirement]
  notObserved(reason ?? 'the standard plan leaves it out: others show the same (--whole asks everything)')
}
