import { isObservedHost } from '../deviations/explain.ts'
import { type Deviation, deviations } from '../deviations/index.ts'
import type { Settings } from '../settings.ts'

/** Lists the observed deviations that belong to a target; under proof they are defects like all others. */
export function deviationsOf({ personality, baseUrl, prove }: Settings): readonly Deviation[] {
  if (prove !== undefined || personality === 'documented') return []
  return personality === 'observed' || isObservedHost(baseUrl ?? '') ? deviations : []
}
