import { Behaviour } from './behaviour.ts'
import { observedDefects } from './observed/index.ts'

/** Whether the sandbox does what the documents promise, or what the bank's own sandbox was seen to do. */
export type Personality = 'documented' | 'observed'

/** Makes the behaviour of a sandbox without defects. */
export function withPersonality(personality: Personality): Behaviour {
  const behaviour = new Behaviour()
  if (personality === 'observed') for (const defect of observedDefects) defect.apply(behaviour)
  return behaviour
}
