import type { Settings } from './settings.ts'

/** Tells whether a run looks at a target that nobody can reset, so that its cap binds and its time is real. */
export function isLive({ baseUrl, controlUrl }: Pick<Settings, 'baseUrl' | 'controlUrl'>): boolean {
  return baseUrl !== undefined && controlUrl === undefined
}

/** Tells whether a run spends the cap of its target on purpose; elsewhere the control plane sets a cap that is cheap to spend. */
export function provokesCap(settings: Pick<Settings, 'baseUrl' | 'controlUrl' | 'with429'>): boolean {
  return settings.with429 && isLive(settings)
}
