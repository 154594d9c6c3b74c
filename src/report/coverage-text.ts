import type { OperationCoverage, StatusCoverage } from './coverage.ts'
import { sum } from './totals.ts'

const signs: Readonly<Record<StatusCoverage, string>> = { provoked: '', decided: '*', unseen: '?' }

/** Tells whether a run saw everything that the documents declare. */
export function isWhole(coverage: readonly OperationCoverage[]): boolean {
  return coverage.every(
    ({ statuses, unseenFields }) =>
      unseenFields.length === 0 && statuses.every((status) => status.coverage !== 'unseen'),
  )
}

/** Writes the table of operations by status, what was never seen, and the sums. */
export function coverageToText(coverage: readonly OperationCoverage[]): string {
  const statuses = coverage.flatMap((row) => row.statuses)
  const count = (wanted: StatusCoverage) => statuses.filter((status) => status.coverage === wanted).length
  const declared = sum(coverage.map(({ declaredFields }) => declaredFields))
  const unseen = sum(coverage.map(({ unseenFields }) => unseenFields.length))
  const reached = coverage.filter(isReached).length
  return [
    ...coverage.map(rowToText),
    '',
    '  *  decided by the control plane: the documents do not say what a caller does to get it',
    '  ?  never seen in this run',
    '',
    `  operations  ${reached} of ${coverage.length} reached with a success`,
    `  statuses    ${count('provoked')} provoked by calls, ${count('decided')} decided by the control plane, ${count('unseen')} never seen`,
    `  fields      ${declared - unseen} of ${declared} declared fields of successes seen`,
  ].join('\n')
}

/** The success of an enrolment is a 403 that asks for the second factor, so any status below 400 or the only one counts. */
function isReached({ statuses }: OperationCoverage): boolean {
  const successes = statuses.filter(({ status }) => status < 400)
  const wanted = successes.length === 0 ? statuses : successes
  return wanted.some(({ coverage }) => coverage === 'provoked')
}

function rowToText({ operation, statuses, unseenFields }: OperationCoverage): string {
  const { method, path, markets } = operation
  const marked = statuses.map(({ status, coverage }) => `${status}${signs[coverage]}`).join(' ')
  const fields = unseenFields.length === 0 ? '' : `\n      fields never seen: ${unseenFields.join(', ')}`
  return `${method} ${path} (${markets.join(', ')})\n      ${marked}${fields}`
}
