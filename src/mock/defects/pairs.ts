import type { RequirementId } from '../../requirements/index.ts'
import { seeded } from '../bank/seeded.ts'
import type { Defect } from './defect.ts'
import { defects } from './index.ts'

/** Stands between the names of two defects that are switched on together. */
const joint = '+'

/** Names the defects that a name stands for: itself, or the two of a pair. */
export function partsOf(name: string): string[] {
  return name.split(joint)
}

/** Names what defects that are switched on together are; undefined when none is. */
export function nameOfPair(ids: readonly string[]): string | undefined {
  return ids.length === 0 ? undefined : ids.join(joint)
}

/** Finds a defect by its name, or makes the one that a pair such as `a+b` is; undefined for an unknown name. */
export function defectNamed(name: string): Defect | undefined {
  const [first, second] = partsOf(name).map((part) => defects.find(({ id }) => id === part))
  return name.includes(joint) && first !== undefined && second !== undefined ? pairOf(first, second) : first
}

/** Draws pairs of defects by their names; equal seeds give equal pairs. Both defects of a pair can be seen together. */
export function drawPairs(count: number, seed: string): string[] {
  const draw = seeded(`pairs/${seed}`)
  const [one, ...others] = defects.filter((defect) => !isBarrier(defect))
  const pairs = new Set<string>()
  while (one !== undefined && pairs.size < count) {
    const [first, second] = [draw.pick([one, ...others]), draw.pick([one, ...others])]
    if (areApart(first, second)) pairs.add(`${first.id}${joint}${second.id}`)
  }
  return [...pairs]
}

/** What every journey begins with: where it is broken nobody gets on, and no defect behind it can be seen. */
const firstSteps: readonly RequirementId[] = [
  'authorize.flow.login-and-consent',
  'token.client-auth.basic',
  'http.json.valid',
]

function isBarrier({ breaks, alsoBreaks = [] }: Defect): boolean {
  return [breaks, ...alsoBreaks].some((id) => firstSteps.includes(id))
}

/** Two defects of one area may hide one another, and a sandbox is proved in one market at a time. */
function areApart(first: Defect, second: Defect): boolean {
  return areaOf(first) !== areaOf(second) && first.market === second.market
}

function areaOf({ breaks }: Defect): string {
  return breaks.split('.')[0] ?? ''
}

function pairOf(first: Defect, second: Defect): Defect {
  const { market } = first
  return {
    id: `${first.id}${joint}${second.id}`,
    breaks: first.breaks,
    breaksToo: second.breaks,
    alsoBreaks: [...(first.alsoBreaks ?? []), ...(second.alsoBreaks ?? [])],
    seenBy: [second.breaks, ...(first.seenBy ?? []), ...(second.seenBy ?? [])],
    ...(market === undefined ? {} : { market }),
    apply: (behaviour) => {
      first.apply(behaviour)
      second.apply(behaviour)
    },
  }
}
