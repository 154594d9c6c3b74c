import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { contract } from '../../src/testing/contract.ts'
import { openBench } from './bench.ts'
import { prepareDocument } from './document.ts'
import { workFolder } from './folders.ts'
import type { Outcome, Peer } from './peer.ts'
import { type Expectations, keyOf, probe } from './probe.ts'
import { nameOf, type Place } from './result.ts'
import { prepareCalls } from './right-calls.ts'
import { keep, kept } from './store.ts'
import { variantsOf } from './variants.ts'

/** The longest that one run of a peer may take, in milliseconds. */
export const timeoutMs = 180_000

/** One run of a peer: a defect, or the name of an honest run. */
export interface Run {
  readonly peer: Peer
  readonly place: Place
  readonly defect: string | undefined
  /** Tells the runs of the same peer at the same place apart. */
  readonly name: string
}

/** Returns the outcome of an earlier, interrupted run of the bench; undefined when there is none. */
export function keptRun(run: Run): Outcome | undefined {
  return kept(fileOf(run)) as Outcome | undefined
}

/** Runs a peer once and keeps the outcome; the sandbox is its own and new. */
export async function runOnce(run: Run): Promise<Outcome> {
  return keep(fileOf(run), await work(run))
}

function fileOf({ peer, place, name }: Run): string {
  return `${peer.id}/${nameOf(place)}/${name}`
}

async function work({ peer, place, defect }: Run): Promise<Outcome> {
  const folder = path.join(workFolder, 'runs', peer.id)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const { product, market, quota } = place
  const operations = contract.operations.filter(
    (operation) => operation.product === product && operation.markets.includes(market),
  )
  const expected = await expectations(place, operations)
  const bench = await openBench({ market, quota, folder })
  try {
    const serverUrl = operations[0]?.base === 'origin' ? bench.originUrl : bench.baseUrl
    const calls = await prepareCalls(bench, operations)
    const document = prepareDocument({ product, market, serverUrl }, calls)
    const variants = calls
      .flatMap(variantsOf)
      .map((variant) => ({ ...variant, status: expected.get(keyOf(variant)) ?? 0 }))
    if (defect !== undefined) await bench.control.switchOn([defect])
    return await peer.run({ bench, serverUrl, document, calls, variants, folder, timeoutMs })
  } finally {
    await bench.close()
  }
}

const known = new Map<string, Promise<Expectations>>()

/** What the honest sandbox answers at a place; asked once for all runs. */
function expectations(place: Place, operations: typeof contract.operations): Promise<Expectations> {
  const key = nameOf(place)
  const found = known.get(key) ?? probe({ ...place, folder: path.join(workFolder, 'probe') }, operations)
  known.set(key, found)
  return found
}
