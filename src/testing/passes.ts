import { test as base } from '@playwright/test'
import { markets } from '../markets/index.ts'
import type { Market, MarketId } from '../markets/types.ts'
import { type Defect, defects } from '../mock/defects/index.ts'
import { defectNamed, partsOf } from '../mock/defects/pairs.ts'
import { chooseMarkets } from '../oauth/choose-markets.ts'
import { isLive } from '../live-target.ts'
import { readSettings, type Settings } from '../settings.ts'
import { readParkedSettings } from '../token-settings.ts'
import { declareUnder } from './defect-selection.ts'
import { test } from './fixtures.ts'
import { operationOf } from './operations.ts'

/** A pass through the tests: a market, and under proof one defect in it. */
interface Pass {
  readonly title: string
  readonly market: Market
  readonly defect: Defect | undefined
}

const provingMarket: MarketId = 'in'

const passes = listPasses()

/** Settings, or undefined when they are wrong: the global setup says so before the first test. */
function settingsIfValid(): Settings | undefined {
  try {
    const settings = readSettings()
    chooseMarkets(settings)
    return settings
  } catch {
    return undefined
  }
}

function listPasses(): Pass[] {
  const settings = settingsIfValid()
  if (settings?.prove !== undefined) return provedDefects(settings.prove).map(passOf)
  const chosen = settings === undefined ? markets : chooseMarkets(settings)
  return chosen.map((market) => ({ title: market.id, market, defect: undefined }))
}

function provedDefects(names: readonly string[]): readonly Defect[] {
  return names.length === 0 ? defects : names.flatMap((name) => defectNamed(name) ?? [])
}

function passOf(defect: Defect): Pass {
  const market = markets.find(({ id }) => id === (defect.market ?? provingMarket)) as Market
  return { title: `${market.id} with ${defect.id}`, market, defect }
}

/** Declares tests once per market of the run; under proof once per defect. */
export function inEveryMarket(body: (market: Market) => void): void {
  for (const pass of passes) declare(pass, body)
}

/** Declares tests once per market of the run that offers an operation. */
export function inMarketsOffering(operationId: string, body: (market: Market) => void): void {
  const offering = new Set<MarketId>(operationOf(operationId).markets)
  for (const pass of passes) if (offering.has(pass.market.id)) declare(pass, body)
}

/** Declares tests of what all markets share, such as the host: once, in the first market of the run. */
export function once(body: (market: Market) => void): void {
  declareOnce(passes, body)
}

/** Declares tests of what all markets with an operation share: once, in the first of them; never where none has it. */
export function onceOffering(operationId: string, body: (market: Market) => void): void {
  const offering = new Set<MarketId>(operationOf(operationId).markets)
  declareOnce(
    passes.filter(({ market }) => offering.has(market.id)),
    body,
  )
}

function declareOnce(among: readonly Pass[], body: (market: Market) => void): void {
  for (const pass of among) if (pass.defect !== undefined || pass === among[0]) declare(pass, body)
}

function declare({ title, market, defect }: Pass, body: (market: Market) => void): void {
  base.describe(title, { tag: `@${market.id}` }, () => {
    test.use({ marketId: market.id, defects: defect === undefined ? [] : partsOf(defect.id) })
    declareUnder(defect, () => body(market))
  })
}

/** Declares tests for targets behind an address whose time nobody can move. */
export function whereTimeCannotBeMoved(body: () => void): void {
  const settings = settingsIfValid()
  if (settings !== undefined && isLive(settings)) body()
}

/** Declares tests for targets whose time and quota the suite sets: the embedded sandbox, or one with a control plane. */
export function whereTimeCanBeMoved(body: () => void): void {
  const settings = settingsIfValid()
  if (settings === undefined || !isLive(settings)) body()
}

/** How long this run may wait for deadlines of its own, in seconds; the global setup says when that is set wrongly. */
export function waitOfRun(): number {
  try {
    return readParkedSettings().waitSeconds
  } catch {
    return 0
  }
}
