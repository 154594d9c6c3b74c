import type { RequirementId } from '../requirements/index.ts'
import type { Rehearsal, RehearsedTest } from './rehearsal.ts'

/** What a plan may cost, for one market. */
export interface PlanLimits {
  /** The most calls, those of the preflight among them. */
  readonly calls: number
  /** The fewest requirements for each call. */
  readonly perCall: number
}

/** The limits of the standard plan. */
export const standardLimits: PlanLimits = { calls: 120, perCall: 2 }

/** What every standard plan shows where the market has it, whatever it costs: without it no integration works. */
const essential: readonly RequirementId[] = [
  'authorize.flow.login-and-consent',
  'bearer.header.accepted',
  'refresh.flow.new-pair',
]

/** Why a test is not fit for a plan that runs every night on a target of somebody; undefined when it is. */
export function reasonToLeaveOut({ outcome, reason, changes, spends }: RehearsedTest): string | undefined {
  if (outcome !== 'passed') return reason ?? 'its test did not pass in the rehearsal'
  if (changes)
    return 'the standard plan leaves it out: it leaves something behind at the bank (--whole asks everything)'
  if ('one-time password' in spends)
    return 'the standard plan leaves it out: it uses up a one-time password (--whole asks everything)'
  return undefined
}

/**
 * Chooses tests so that each call brings as many new requirements as possible: those that cost nothing and
 * those of the essential flows first, then the readings of the market as long as each brings as many requirements as it costs calls, then always
 * what brings most for its calls. Returns them in that order.
 */
export function selectTests(rehearsal: Rehearsal, limits: PlanLimits): RehearsedTest[] {
  const markets = [...new Set(rehearsal.tests.map(({ market }) => market))]
  const overhead = Math.ceil(preflightCalls(rehearsal) / Math.max(1, markets.length))
  return markets.flatMap((market) => {
    const tests = rehearsal.tests.filter((test) => test.market === market)
    const fit = tests.filter((test) => reasonToLeaveOut(test) === undefined)
    return selectIn(fit, pricesOf(tests), { ...limits, overhead })
  })
}

/** The calls of the preflight, which no test made. */
export function preflightCalls({ tests, made }: Rehearsal): number {
  return made - tests.reduce((sum, test) => sum + costOf(test), 0)
}

/** How many calls a test made. */
export function costOf({ calls }: Pick<RehearsedTest, 'calls'>): number {
  return sumOf(calls)
}

/** Every requirement that a test gives evidence for, its own among them. */
export function requirementsOf({ judged, requirement }: RehearsedTest): readonly RequirementId[] {
  return judged.includes(requirement) ? judged : [...judged, requirement]
}

/** Tells whether what was rehearsed stays within the limits, all markets taken together. */
export function keepsLimits({ tests, made }: Rehearsal, limits: PlanLimits): boolean {
  const markets = [...new Set(tests.map(({ market }) => market))]
  const judged = markets.map(
    (market) =>
      new Set(
        tests.filter((test) => test.market === market && test.outcome === 'passed').flatMap(requirementsOf),
      ).size,
  )
  const requirements = judged.reduce((sum, count) => sum + count, 0)
  const isFit = tests.every((test) => test.outcome !== 'passed' || reasonToLeaveOut(test) === undefined)
  return isFit && made <= limits.calls * markets.length && requirements >= limits.perCall * made
}

/**
 * Makes a choice smaller: without tests that turned out unfit when those before them were left out, or from its
 * end on, by what each cost in its rehearsal, until the rest stays within the limits.
 */
export function trim(
  chosen: readonly RehearsedTest[],
  rehearsal: Rehearsal,
  limits: PlanLimits,
): RehearsedTest[] {
  const unfit = new Set(
    rehearsal.tests.filter((test) => reasonToLeaveOut(test) !== undefined).map(({ id }) => id),
  )
  const kept = chosen.filter(({ id }) => !unfit.has(id))
  if (kept.length < chosen.length) return kept
  let rest = rehearsal
  while (kept.length > 0 && !keepsLimits(rest, limits)) {
    const dropped = kept.pop()
    const found = rest.tests.find(({ id }) => id === dropped?.id)
    if (found === undefined) continue
    rest = { tests: rest.tests.filter((test) => test !== found), made: rest.made - costOf(found) }
  }
  return kept
}

function selectIn(fit: readonly RehearsedTest[], prices: Prices, limits: SelectionLimits): RehearsedTest[] {
  const isFree = (test: RehearsedTest) => costOf(test) === 0 && test.uses.length === 0
  const chosen = fit.filter(isFree)
  const have: Have = {
    covered: new Set(chosen.flatMap(requirementsOf)),
    paid: new Set(),
    calls: limits.overhead,
  }
  const take = (tests: readonly RehearsedTest[], leastWorth: number) => {
    for (;;) {
      const left = tests.filter((test) => !chosen.includes(test))
      const best = bestOf(left.map((test) => worthOf(test, have, prices)))
      if (best === undefined || best.gain < leastWorth * best.cost || !keepsWith(best, have, limits)) return
      chosen.push(best.test)
      pay(have, best)
    }
  }
  for (const id of essential) {
    const found = fit.find(({ requirement }) => requirement === id)
    if (found === undefined) continue
    chosen.push(found)
    pay(have, worthOf(found, have, prices))
  }
  take(fit.filter(isReading), 1)
  take(fit, 0)
  return chosen
}

function keepsWith({ gain, cost }: Worth, { covered, calls }: Have, limits: PlanLimits): boolean {
  const together = calls + cost
  return together <= limits.calls && covered.size + gain >= limits.perCall * together
}

function pay(have: Have, { test, cost }: Worth): void {
  have.calls += cost
  for (const id of requirementsOf(test)) have.covered.add(id)
  for (const key of test.uses) have.paid.add(key)
}

/** What each thing costs that is made once for all tests. */
type Prices = ReadonlyMap<string, number>

interface SelectionLimits extends PlanLimits {
  /** Calls that are made before the first test. */
  readonly overhead: number
}

/** What is chosen already brings, and what it has paid for. */
interface Have {
  readonly covered: Set<RequirementId>
  readonly paid: Set<string>
  calls: number
}

interface Worth {
  readonly test: RehearsedTest
  /** Requirements that nothing chosen covers. */
  readonly gain: number
  readonly cost: number
}

function pricesOf(tests: readonly RehearsedTest[]): Prices {
  const prices = new Map<string, number>()
  for (const [key, count] of tests.flatMap(({ shared }) => Object.entries(shared)))
    prices.set(key, Math.max(count, prices.get(key) ?? 0))
  return prices
}

/** A test costs its own calls, and those for what it uses that nothing chosen has paid for. */
function worthOf(test: RehearsedTest, { covered, paid }: Have, prices: Prices): Worth {
  const gain = requirementsOf(test).filter((id) => !covered.has(id)).length
  const due = test.uses.filter((key) => !paid.has(key)).map((key) => prices.get(key) ?? 0)
  return { test, gain, cost: due.reduce((sum, price) => sum + price, sumOf(test.own)) }
}

/** What brings most for its calls; of equals the one that only reads, then the cheaper one. */
function bestOf(worths: readonly Worth[]): Worth | undefined {
  const [best] = worths
    .filter(({ gain }) => gain > 0)
    .sort(
      (left, right) =>
        right.gain / right.cost - left.gain / left.cost ||
        Number(isReading(right.test)) - Number(isReading(left.test)) ||
        left.cost - right.cost,
    )
  return best
}

/** Tells whether a test makes no calls of its own but reading ones. */
function isReading({ own }: RehearsedTest): boolean {
  return Object.keys(own).every((endpoint) => endpoint.startsWith('GET '))
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
