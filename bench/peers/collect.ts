import type { Defect } from '../../src/mock/defects/index.ts'
import type { Outcome, Peer } from './peer.ts'
import { isCaught, nameOf, type OwnResult, type PeerRuns, type Place } from './result.ts'
import type { Run } from './run.ts'

/** A chosen defect, what the suite of this project said of it, and where peers look for it. */
export interface DefectRow {
  readonly defect: Pick<Defect, 'id' | 'breaks'>
  readonly own: OwnResult
  readonly places: readonly Place[]
}

/**
 * Runs every peer at every place: honestly, and under each defect. Where one was caught, an honest run is made
 * once more, so that what comes and goes by itself is not taken for a catch. What is not to be run is left out.
 */
export async function collect(
  rows: readonly DefectRow[],
  peers: readonly Peer[],
  work: (run: Run) => Promise<Outcome | undefined>,
): Promise<readonly PeerRuns[]> {
  const collected: PeerRuns[] = []
  for (const peer of peers)
    for (const place of placesIn(rows)) {
      const ids = rows.filter((row) => row.places.some(isAt(place))).map(({ defect }) => defect.id)
      collected.push(await runsAt({ peer, place, ids, work }))
    }
  return collected
}

/** How many runs there are at least. */
export function countRuns(rows: readonly DefectRow[], peers: readonly Peer[]): number {
  return peers.length * (placesIn(rows).length + rows.reduce((sum, { places }) => sum + places.length, 0))
}

interface Task {
  readonly peer: Peer
  readonly place: Place
  readonly ids: readonly string[]
  readonly work: (run: Run) => Promise<Outcome | undefined>
}

async function runsAt({ peer, place, ids, work }: Task): Promise<PeerRuns> {
  const first = await work({ peer, place, defect: undefined, name: 'honest-1' })
  if (first === undefined) return { peer: peer.id, place, honest: [], defects: {} }
  const under: Record<string, Outcome> = {}
  for (const id of ids) {
    const outcome = await work({ peer, place, defect: id, name: id })
    if (outcome !== undefined) under[id] = outcome
  }
  if (!Object.values(under).some((outcome) => isCaught(outcome, [first])))
    return { peer: peer.id, place, honest: [first], defects: under }
  const second = await work({ peer, place, defect: undefined, name: 'honest-2' })
  return { peer: peer.id, place, honest: [first, second ?? first], defects: under }
}

/** The places of all rows, each once. */
function placesIn(rows: readonly DefectRow[]): Place[] {
  return [...new Map(rows.flatMap(({ places }) => places).map((place) => [nameOf(place), place])).values()]
}

function isAt(place: Place): (other: Place) => boolean {
  return (other) => nameOf(other) === nameOf(place)
}
