import { accounts } from './accounts.ts'
import { cards } from './cards.ts'
import { gateway } from './gateway.ts'
import { password } from './password.ts'
import { tokens } from './tokens.ts'
import type { DeviationRow } from './types.ts'

/** What the bank's sandbox was seen to do differently, by id. */
export const deviationRows = { ...gateway, ...tokens, ...password, ...accounts, ...cards }

/** The id of an observed deviation: the key of its row, the name of its imitation in the reference sandbox. */
export type DeviationId = keyof typeof deviationRows

/** A row with its id. */
export interface Deviation extends DeviationRow {
  readonly id: DeviationId
}

/** Every observed deviation, in the order of the report. */
export const deviations: readonly Deviation[] = Object.entries(deviationRows).map(([id, row]): Deviation => ({
  ...row,
  id: id as DeviationId,
}))

/** Returns the row of an id. */
export function deviationOf(id: DeviationId): DeviationRow {
  return deviationRows[id]
}
