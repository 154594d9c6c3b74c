import { usualCap } from '../budget/limiter.ts'
import { mostProvokingCalls, notAsked } from '../budget/provoking.ts'
import { refuseSharedProvocation } from '../budget/shares.ts'
import { SettingsError } from '../errors.ts'
import { isLive, provokesCap } from '../live-target.ts'
import { chooseMarkets } from '../oauth/choose-markets.ts'
import { buildPlan, type Plan, type PlanKind } from '../plan/plan.ts'
import type { RehearsedTest, Rehearsal } from '../plan/rehearsal.ts'
import { keepsLimits, type PlanLimits, selectTests, standardLimits, trim } from '../plan/select.ts'
import { readSettings, type Settings } from '../settings.ts'
import type { Env } from './child.ts'
import { rehearse } from './rehearse.ts'

/** How often a plan that turned out too dear is made smaller. */
const mostTrims = 5

/** A test with more calls never brings what it costs. */
const dearest = 12

/** Options of Playwright that choose tests: who names tests wants those. */
const choosing = /^(--grep|-g|--grep-invert|--test-list|--last-failed|--only-changed)(=|$)/

/** Decides which plan a run follows. */
export function choosePlan(settings: Settings, args: readonly string[]): PlanKind {
  return settings.plan ?? (isLive(settings) && !choosesTests(args) ? 'standard' : 'whole')
}

/** Tells whether the options of Playwright name tests; a word that follows an option is its value. */
function choosesTests(args: readonly string[]): boolean {
  return args.some(
    (word, index) =>
      choosing.test(word) || (!word.startsWith('-') && args[index - 1]?.startsWith('--') !== true),
  )
}

/** Makes the plan of a run by rehearsing it; SettingsError where calls cost nothing, so that there is nothing to plan. */
export async function makePlan(kind: PlanKind, env: Env, args: readonly string[]): Promise<Plan> {
  if (readSettings(env).controlUrl !== undefined)
    throw new SettingsError('setting-invalid', 'calls cost nothing on a target with a control plane', {
      fix: 'leave CITI_CONTROL_URL out to plan for a live target',
    })
  const [whole, shard] = splitShard(args)
  const everything = await rehearse({ env, args: whole, mostCalls: kind === 'whole' ? undefined : dearest })
  const whatRuns = kind === 'whole' ? everything : await chooseTests(everything, env, whole)
  if (shard.length === 0) return withProvoking(buildPlan(kind, everything, whatRuns), readSettings(env))
  const tests = whatRuns.tests.filter(({ outcome }) => outcome !== 'not-observed').map(({ id }) => id)
  return buildPlan(kind, everything, await rehearse({ env, args: [...whole, ...shard], tests }))
}

/**
 * Chooses the tests of the standard plan. What a test costs depends on those before it, which fetch tokens and
 * ids for all: so the choice is rehearsed as well, and made smaller while it is too dear.
 */
async function chooseTests(everything: Rehearsal, env: Env, args: readonly string[]): Promise<Rehearsal> {
  const limits = limitsOf(env)
  const rehearseChosen = (chosen: readonly RehearsedTest[]) =>
    rehearse({ env, args, tests: chosen.map(({ id }) => id) })
  let chosen = selectTests(everything, limits)
  let rehearsal = await rehearseChosen(chosen)
  for (let trims = 0; trims < mostTrims && !keepsLimits(rehearsal, limits); trims++) {
    chosen = trim(chosen, rehearsal, limits)
    rehearsal = await rehearseChosen(chosen)
  }
  return rehearsal
}

/** Adds what spending the cap on purpose costs and shows: no rehearsal spends it, and the target's own cap decides. */
function withProvoking(plan: Plan, { with429 }: Settings): Plan {
  if (!with429) return plan
  const unseen = Object.entries(plan.unseen).filter(([, reason]) => reason !== notAsked)
  return { ...plan, provoking: mostProvokingCalls(usualCap), unseen: Object.fromEntries(unseen) }
}

/** The total of the settings bounds a plan as well, so that it is not cut off in its middle. */
function limitsOf(env: Env): PlanLimits {
  const settings = readSettings(env)
  const share = Math.floor((settings.callsTotal ?? Infinity) / chooseMarkets(settings).length)
  return { ...standardLimits, calls: Math.min(standardLimits.calls, share) }
}

/** Refuses a shard that would spend the cap on purpose, before anything is rehearsed. */
export function refuseProvokingShard(settings: Settings, args: readonly string[]): void {
  if (provokesCap(settings) && splitShard(args)[1].length > 0) refuseSharedProvocation()
}

/** Parts the options of a shard from the others: the plan is made for the whole, its calls counted for the shard. */
function splitShard(args: readonly string[]): [whole: string[], shard: string[]] {
  const index = args.findIndex((word) => word === '--shard' || word.startsWith('--shard='))
  if (index < 0) return [[...args], []]
  const length = args[index] === '--shard' ? 2 : 1
  return [args.filter((_, at) => at < index || at >= index + length), args.slice(index, index + length)]
}
