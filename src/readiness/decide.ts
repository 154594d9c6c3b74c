import { areaOf } from '../requirements/index.ts'
import type { Verdict, VerdictRow } from '../report/verdict.ts'
import type { AcceptedDeviation, Policy } from './policy.ts'

/** The answer to "may it go live?". */
export type Decision = 'ready' | 'ready with deviations' | 'not ready' | 'not enough observed'

/** A deviation that a run showed, with who answers for it. */
export interface ShownDeviation {
  readonly row: VerdictRow
  readonly accepted: AcceptedDeviation
}

/** A decision with all that it rests on. */
export interface Readiness {
  readonly decision: Decision
  /** Why, in sentences, the gravest first. */
  readonly reasons: readonly string[]
  /** The requirements that decide, excluded ones apart. */
  readonly deciding: readonly VerdictRow[]
  /** Those of them that were broken and that nobody answers for. */
  readonly failures: readonly VerdictRow[]
  readonly deviations: readonly ShownDeviation[]
  /** Accepted deviations whose day has passed. */
  readonly expired: readonly AcceptedDeviation[]
  /** Accepted deviations that the run did not show any more. */
  readonly gone: readonly AcceptedDeviation[]
  readonly notObserved: readonly VerdictRow[]
}

/** Decides whether an integration may go live, from a run, a policy, and the time. */
export function decide(verdict: Verdict, policy: Policy, now: Date): Readiness {
  const deciding = verdict.requirements.filter(
    ({ level, evidence, status }) =>
      status !== 'excluded' &&
      policy.decides.levels.includes(level) &&
      policy.decides.evidence.includes(evidence),
  )
  const today = now.toISOString().slice(0, 10)
  const living = policy.deviations.filter(({ until }) => today <= until)
  const broken = deciding.filter(({ findings }) => findings.length > 0)
  const acceptedFor = (row: VerdictRow) => living.find(({ requirement }) => requirement === row.id)
  const failures = broken.filter((row) => acceptedFor(row) === undefined)
  const notObserved = deciding.filter(({ status }) => status === 'not-observed')
  const deviations = broken.flatMap((row) => {
    const accepted = acceptedFor(row)
    return accepted === undefined ? [] : [{ row, accepted }]
  })
  const unseen = reasonsOfUnseen(verdict, policy, { deciding, notObserved, now })
  return {
    ...conclude(failures, unseen, deviations),
    deciding,
    failures,
    deviations,
    expired: policy.deviations.filter(({ until }) => until < today),
    gone: living.filter(({ requirement }) => isKept(verdict, requirement)),
    notObserved,
  }
}

function isKept({ requirements }: Verdict, id: string): boolean {
  return requirements.find((row) => row.id === id)?.status === 'passed'
}

function conclude(
  failures: readonly VerdictRow[],
  unseen: readonly string[],
  deviations: readonly ShownDeviation[],
): Pick<Readiness, 'decision' | 'reasons'> {
  const broken =
    failures.length === 0 ? [] : [`${count(failures.length, 'requirement')} that decide were broken.`]
  const accepted =
    deviations.length === 0
      ? []
      : [`${count(deviations.length, 'requirement')} deviate, and somebody answers for each.`]
  const reasons = [...broken, ...unseen, ...accepted]
  if (failures.length > 0) return { decision: 'not ready', reasons }
  if (unseen.length > 0) return { decision: 'not enough observed', reasons }
  if (deviations.length > 0) return { decision: 'ready with deviations', reasons }
  return { decision: 'ready', reasons: ['Every requirement that decides was observed and kept.'] }
}

interface Observation {
  readonly deciding: readonly VerdictRow[]
  readonly notObserved: readonly VerdictRow[]
  readonly now: Date
}

/** Says what keeps a run from being enough; nothing when it is. */
function reasonsOfUnseen(verdict: Verdict, policy: Policy, seen: Observation): string[] {
  const reasons: string[] = []
  if (verdict.conclusion === 'incomplete')
    reasons.push(verdict.complete ? 'Nothing was observed.' : 'The run was cut off before its end.')
  if (verdict.totals.notRun > 0)
    reasons.push(`${count(verdict.totals.notRun, 'selected test')} never started.`)
  const hours = (seen.now.getTime() - new Date(verdict.startedAt).getTime()) / 3_600_000
  if (hours > policy.run.hours)
    reasons.push(`The run is ${Math.floor(hours)} hours old; the policy takes ${policy.run.hours} at most.`)
  if (hours < -1) reasons.push('The run lies in the future: a clock is wrong.')
  const total = seen.deciding.length
  const share = total === 0 ? 0 : (total - seen.notObserved.length) / total
  if (share < policy.observed.share)
    reasons.push(
      `The run observed ${percent(share)} of what decides; the policy wants ${percent(policy.observed.share)}.`,
    )
  const areas = policy.observed.areas.filter((area) => seen.notObserved.some(({ id }) => areaOf(id) === area))
  if (areas.length > 0) reasons.push(`Not all of these areas was observed: ${areas.join(', ')}.`)
  return reasons
}

function percent(share: number): string {
  return `${Math.floor(share * 100)} %`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
