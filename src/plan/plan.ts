import { type RequirementId, requirementIds, requirementOf } from '../requirements/index.ts'
import type { Rehearsal, RehearsedTest } from './rehearsal.ts'
import { preflightCalls, reasonToLeaveOut, requirementsOf } from './select.ts'

/** Which tests of a run are asked. */
export type PlanKind = 'standard' | 'whole'

/** What a run will ask, and what that will show. */
export interface Plan {
  readonly kind: PlanKind
  readonly markets: readonly string[]
  /** Playwright's ids of the tests. */
  readonly tests: readonly string[]
  /** Every call that will be made. */
  readonly calls: number
  readonly callsByEndpoint: Readonly<Record<string, number>>
  readonly requirements: readonly RequirementId[]
  /** What it will use up, such as codes. */
  readonly spends: Readonly<Record<string, number>>
  /** The most calls that follow the planned ones to spend the cap on purpose (--with-429). */
  readonly provoking?: number
  /** Why each other requirement will not be observed. */
  readonly unseen: Readonly<Partial<Record<RequirementId, string>>>
}

/** The name under which the calls of the preflight stand in a plan. */
export const preflightEndpoint = 'preflight: token, login and consent'

const leftOut =
  'the standard plan leaves it out: it costs more calls than it brings requirements (--whole asks everything)'
const nobody = 'no test of these markets is about it'

/**
 * Makes a plan from two rehearsals: one of everything, which says why the rest is left out, and one of the
 * chosen tests alone, whose calls are exactly those of the run.
 */
export function buildPlan(kind: PlanKind, everything: Rehearsal, chosen: Rehearsal): Plan {
  const ran = chosen.tests.filter(({ outcome }) => outcome !== 'not-observed')
  const requirements = [...new Set(ran.flatMap(requirementsOf))]
  return {
    kind,
    markets: [...new Set(everything.tests.map(({ market }) => market))],
    tests: ran.map(({ id }) => id),
    calls: chosen.made,
    callsByEndpoint: sumBy([
      { [preflightEndpoint]: preflightCalls(chosen) },
      ...chosen.tests.map(({ calls }) => calls),
    ]),
    requirements: requirementIds.filter((id) => requirements.includes(id)),
    spends: sumBy(ran.map(({ spends }) => spends)),
    unseen: unseenOf(everything, new Set(requirements)),
  }
}

function sumBy(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const [name, count] of counts.flatMap(Object.entries<number>)) sums[name] = (sums[name] ?? 0) + count
  return sums
}

function unseenOf({ tests }: Rehearsal, seen: ReadonlySet<RequirementId>): Plan['unseen'] {
  const entries = requirementIds
    .filter((id) => !seen.has(id))
    .map((id) => [id, requirementOf(id).excluded ?? reasonOf(tests, id)] as const)
  return Object.fromEntries(entries)
}

/** A requirement is left out only when every test about it is; one that would do names the reason. */
function reasonOf(tests: readonly RehearsedTest[], id: RequirementId): string {
  const about = tests.filter((test) => requirementsOf(test).includes(id))
  if (about.length === 0) return nobody
  const fit = about.filter((test) => reasonToLeaveOut(test) === undefined)
  if (fit.length > 0) return leftOut
  const passed = about.find(({ outcome }) => outcome === 'passed') ?? about[0]
  return (passed && reasonToLeaveOut(passed)) ?? nobody
}
