import type { Defect } from '../../src/mock/defects/index.ts'
import type { Outcome, Peer } from './peer.ts'
import { isCaught, nameOf, type OwnResult, type PeerRuns, type Place } from './result.ts'
import { type Run, runOnce } from './run.ts'

/** A chosen defect, what the suite of this project said of it, and where peers look for it. */
export interface DefectRow {
  readonly defect: Pick<Defect, 'id' | 'breaks'>
  readonly own: OwnResult
  readonly places: readonly Place[]
}

/**
 * Runs every peer at every place: honestly, and under each defect. Where one was caught, an honest run is made
 * once more, so that what comes and goes by itself is not taken for a catch.
 */
export async function collect(
  rows: readonly DefectRow[],
  peers: readonly Peer[],
): Promise<readonly PeerRuns[]> {
  const places = placesIn(rows)
  const sure = peers.length * (places.length + rows.reduce((sum, row) => sum + row.places.length, 0))
  const progress: Progress = { sure, startedAt: Date.now(), done: 0 }
  const collected: PeerRuns[] = []
  for (const place of places)
    for (const peer of peers) {
      const ids = rows.filter((row) => row.places.some(isAt(place))).map(({ defect }) => defect.id)
      collected.push(await runsAt({ peer, place, ids, run: (run) => tell(progress, run) }))
    }
  return collected
}

interface Task {
  readonly peer: Peer
  readonly place: Place
  readonly ids: readonly string[]
  readonly run: (run: Run) => Promise<Outcome>
}

async function runsAt({ peer, place, ids, run }: Task): Promise<PeerRuns> {
  const honest = [await run({ peer, place, defect: undefined, name: 'honest-1' })]
  const under: Record<string, Outcome> = {}
  for (const id of ids) under[id] = await run({ peer, place, defect: id, name: id })
  if (Object.values(under).some((outcome) => isCaught(outcome, honest)))
    honest.push(await run({ peer, place, defect: undefined, name: 'honest-2' }))
  return { peer: peer.id, place, honest, defects: under }
}

/** The places of all rows, each once. */
function placesIn(rows: readonly DefectRow[]): Place[] {
  return [...new Map(rows.flatMap(({ places }) => places).map((place) => [nameOf(place), place])).values()]
}

function isAt(place: Place): (other: Place) => boolean {
  return (other) => nameOf(other) === nameOf(place)
}

interface Progress {
  /** Runs that are made in any case. */
  readonly sure: number
  readonly startedAt: number
  done: number
}

async function tell(progress: Progress, run: Run): Promise<Outcome> {
  const { outcome, isNew } = await runOnce(run)
  progress.done++
  const minutes = ((Date.now() - progress.startedAt) / 60_000).toFixed(1)
  const state = outcome.error ?? (outcome.timedOut ? 'time over' : `${outcome.findings.length} findings`)
  if (isNew)
    console.log(
      `${minutes} min, run ${progress.done} of ${progress.sure} or a few more: ${run.peer.id} ${nameOf(run.place)} ${run.name}: ${state}, ${(outcome.ms / 1000).toFixed(1)} s`,
    )
  return outcome
}
