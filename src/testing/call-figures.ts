import { handedPlan } from '../budget/handed-down.ts'
import type { EndedTest } from '../report/record.ts'
import { sum } from '../report/totals.ts'
import type { RunFacts } from '../report/verdict.ts'
import { provokesOnPurpose } from './planned.ts'
import { budgetState } from './run-budget.ts'

/** The calls that the budget of this run counted, by its tests; nothing where it counts none. */
export function callFigures(ended: ReadonlyMap<string, EndedTest>): Pick<RunFacts, 'calls'> {
  const state = budgetState()
  if (state === undefined) return {}
  const { made, refused } = state
  const plan = handedPlan()
  const tests = [...ended]
  const provoking = tests.filter(([, { file }]) => provokesOnPurpose(file))
  const provoked = countCalls(provoking)
  const figures = { made, refused, ...(provoked === 0 ? {} : { provoked }) }
  if (plan?.calls === undefined) return { calls: figures }
  const planned = new Set(plan.tests)
  const beyond = countCalls(tests.filter((test) => !planned.has(test[0]) && !provoking.includes(test)))
  return { calls: { ...figures, planned: plan.calls, ...(beyond === 0 ? {} : { beyond }) } }
}

function countCalls(tests: readonly (readonly [id: string, EndedTest])[]): number {
  return sum(tests.map(([, { record }]) => sum(Object.values(record?.tally?.calls ?? {}))))
}
