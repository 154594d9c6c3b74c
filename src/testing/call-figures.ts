import { handedPlan } from '../budget/handed-down.ts'
import type { TestRecord } from '../report/record.ts'
import { sum } from '../report/totals.ts'
import type { RunFacts } from '../report/verdict.ts'
import { budgetState } from './run-budget.ts'

/** The calls that the budget of this run counted, by the records of its tests; nothing where it counts none. */
export function callFigures(records: ReadonlyMap<string, TestRecord | undefined>): Pick<RunFacts, 'calls'> {
  const state = budgetState()
  if (state === undefined) return {}
  const { made, refused } = state
  const plan = handedPlan()
  if (plan?.calls === undefined) return { calls: { made, refused } }
  const planned = new Set(plan.tests)
  const others = [...records].flatMap(([id, record]) => (planned.has(id) ? [] : (record ?? [])))
  const beyond = sum(others.map(({ tally }) => sum(Object.values(tally?.calls ?? {}))))
  return { calls: { made, refused, planned: plan.calls, ...(beyond === 0 ? {} : { beyond }) } }
}
