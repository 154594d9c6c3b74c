import { readFileSync } from 'node:fs'
import { environment } from '../settings.ts'

/** The variable that leads the workers of a run to its budget; the run sets it itself. */
export const budgetVariable = 'CITI_BUDGET_URL'

/** The address of the budget of this run; undefined when calls are not counted. */
export function budgetUrl(): string | undefined {
  return environment()[budgetVariable] || undefined
}

/** The variable that makes a run a rehearsal. */
export const rehearsalVariable = 'CITI_REHEARSAL'

/** What a rehearsal must know. */
export interface HandedRehearsal {
  /** Where it leaves what its tests did. */
  readonly file: string
  /** A test that makes more calls is too dear for the plan and ends; without it none is. */
  readonly mostCalls?: number | undefined
}

/** What this run, a rehearsal, must know; undefined in any other run. */
export function handedRehearsal(): HandedRehearsal | undefined {
  const text = environment()[rehearsalVariable] || undefined
  return text === undefined ? undefined : (JSON.parse(text) as HandedRehearsal)
}

/** The variable that names the file with the plan of a run. */
export const planVariable = 'CITI_PLAN_FILE'

/** What a run must know of its plan. */
export interface HandedPlan {
  /** Playwright's ids of the tests that run. */
  readonly tests: readonly string[]
  /** How many calls they will make, those of the preflight among them; unknown in a rehearsal. */
  readonly calls?: number
  /** The most calls that follow them to spend the cap on purpose. */
  readonly provoking?: number
  /** Why requirements are not observed, by id. */
  readonly unseen?: Readonly<Record<string, string>>
}

/** The plan of this run; undefined when it asks everything. */
export function handedPlan(): HandedPlan | undefined {
  const file = environment()[planVariable] || undefined
  return file === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as HandedPlan)
}
