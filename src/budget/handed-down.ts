import { environment } from '../settings.ts'

/** The variable that leads the workers of a run to its budget; the run sets it itself. */
export const budgetVariable = 'CITI_BUDGET_URL'

/** The address of the budget of this run; undefined when calls are not counted. */
export function budgetUrl(): string | undefined {
  return environment()[budgetVariable] || undefined
}
