import { type Deviation, deviations } from '../deviations/index.ts'
import type { RequirementId } from '../requirements/index.ts'

/** Finds an observed deviation by its id. */
export function findDeviation(id: string): Deviation | undefined {
  return deviations.find((deviation) => deviation.id === id)
}

/** Lists the observed deviations that break a requirement, one line each. */
export function deviationsFrom(id: RequirementId): string[] {
  return deviations
    .filter(({ findings }) => findings.some(({ requirement }) => requirement === id))
    .map((deviation) => `${deviation.id}: ${deviation.what}`)
}

/** Tells all about an observed deviation. */
export function explainDeviation({ id, what, evidence, since, shows, findings }: Deviation): string {
  const { operations = ['every operation'], statuses = [] } = shows
  const where = statuses.length === 0 ? '' : ` with ${statuses.join(', ')}`
  const rows: readonly (readonly [name: string, text: string])[] = [
    ['does', what],
    ['seen', `${evidence} First recorded on ${since}.`],
    ['shows in', `${operations.join(', ')}${where}`],
    ...findings.map(({ requirement, at }) => ['breaks', `${requirement} at ${at.join(', ')}`] as const),
    ['imitate it', `CITI_DEFECTS=${id} npm run conformance`],
  ]
  return [id, ...rows.map(([name, text]) => `  ${name.padEnd(12)}${text}`)].join('\n')
}
