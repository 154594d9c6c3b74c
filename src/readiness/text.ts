import { areaOf, requirementOf } from '../requirements/index.ts'
import type { RowStatus, VerdictFinding, VerdictRow } from '../report/verdict.ts'

/** How a status reads to somebody who never saw the project. */
export const statusWords: Readonly<Record<RowStatus, string>> = {
  passed: 'kept',
  failed: 'broken',
  'not-observed': 'not observed',
  excluded: 'cannot be observed from outside',
  deviation: 'known deviation',
}

/** The figures of one area. */
export interface AreaFigures {
  readonly area: string
  readonly kept: number
  readonly broken: number
  readonly notObserved: number
}

/** Counts rows by area, in the order of the registry; deviations count as broken. */
export function figuresByArea(rows: readonly VerdictRow[]): AreaFigures[] {
  return [...new Set(rows.map(({ id }) => areaOf(id)))].map((area) => {
    const own = rows.filter(({ id }) => areaOf(id) === area)
    const kept = own.filter(({ status }) => status === 'passed').length
    const notObserved = own.filter(({ status }) => status === 'not-observed').length
    return { area, kept, broken: own.length - kept - notObserved, notObserved }
  })
}

/** Tells what was found, in one sentence. */
export function findingToSentence({ operation, market, at, expected, actual }: VerdictFinding): string {
  const place = [operation === '-' ? undefined : operation, market === '-' ? undefined : `market ${market}`]
    .filter((part) => part !== undefined)
    .join(', ')
  return `${place === '' ? '' : `${place}: `}${at}: expected ${expected}, got ${actual}`
}

/** The sentence of a requirement. */
export function sentenceOf({ id }: Pick<VerdictRow, 'id'>): string {
  return requirementOf(id).text
}

/** Says how to see on a live target what a run did not show. */
export function howToObserve({ reason = '' }: VerdictRow): string {
  if (reason.includes('CITI_CONTROL_URL'))
    return 'run against a reference sandbox with a control plane; on a live target it takes real time'
  const setting = /CITI_[A-Z_]+/.exec(reason)?.[0]
  if (setting !== undefined) return `set ${setting} and run again`
  if (reason.startsWith('no test of this run'))
    return 'run the whole suite: this run was narrowed, or its markets do not offer it'
  return 'see the reason, mend its cause, and run again'
}
