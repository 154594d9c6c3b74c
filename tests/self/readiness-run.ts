import { buildVerdict, type Verdict, type VerdictRow } from '../../src/report/verdict.ts'
import type { RequirementId } from '../../src/requirements/index.ts'

/** When the run of these tests began. */
export const startedAt = '2026-03-02T09:00:00.000Z'

/** A run in which every requirement was kept, with some rows changed. */
export function runWith(
  changes: Partial<Record<RequirementId, Partial<VerdictRow>>> = {},
  facts: Partial<Verdict> = {},
): Verdict {
  const empty = buildVerdict([], {
    target: 'https://bank.example/api',
    markets: ['sg'],
    startedAt,
    durationMs: 1000,
    versions: { suite: '0.1.0' },
    complete: true,
    strict: false,
    specsHash: 'abc',
  })
  const requirements = empty.requirements.map((row): VerdictRow => ({
    ...row,
    status: row.status === 'excluded' ? 'excluded' : 'passed',
    tests: 1,
    ...changes[row.id],
  }))
  return { ...empty, conclusion: 'conforms', requirements, ...facts }
}
