import type { MarketId } from '../../markets/types.ts'
import type { Guard } from '../guards.ts'
import { opaqueId, opaqueText, seeded } from './seeded.ts'

/** Who began a flow; nobody else goes on with it. */
export interface FlowOwner {
  readonly market: MarketId
  readonly clientId: string
  readonly username: string
}

/** The rules that every flow keeps. */
export type FlowRule = 'flow.owner' | 'flow.expiry' | 'flow.single-use' | 'mfa.verified'

/** What is wanted of a new flow. */
export interface FlowRequest {
  readonly owner: FlowOwner
  /** The call that goes on with the flow, for example `confirmLoanBooking`. */
  readonly purpose: string
  /** What the flow keeps until then. */
  readonly content: unknown
  /** How its id looks: 32 digits, 40 letters and digits, or 88 hexadecimal digits. */
  readonly form: 'digits' | 'letters' | 'hex'
  /** A product's own names of the rules, so that a defect can drop them for that product alone. */
  readonly rules?: Readonly<Partial<Record<FlowRule, Guard>>>
}

/** Something that a customer has begun and that waits for a one-time password or a confirmation. */
export interface ControlFlow extends Omit<FlowRequest, 'form'> {
  readonly id: string
  readonly openedAt: Date
  verified: boolean
  wrongTries: number
}

/** The flows that are open. */
export class ControlFlows {
  readonly #open = new Map<string, ControlFlow>()
  #count = 0

  /** Begins a flow under an id that no other flow has. */
  open({ form, ...request }: FlowRequest, openedAt: Date): ControlFlow {
    this.#count += 1
    const seed = `${request.owner.market}/${request.owner.username}/flow ${this.#count}`
    const flow = { ...request, id: forms[form](seed), openedAt, verified: false, wrongTries: 0 }
    this.#open.set(flow.id, flow)
    return flow
  }

  /** Finds a flow, whoever began it. */
  find(id: string): ControlFlow | undefined {
    return this.#open.get(id)
  }

  /** Ends a flow. */
  close({ id }: ControlFlow): void {
    this.#open.delete(id)
  }

  /** Forgets every flow. */
  clear(): void {
    this.#open.clear()
  }
}

const forms: Readonly<Record<FlowRequest['form'], (seed: string) => string>> = {
  digits: (seed) => digits(seed, 32),
  letters: (seed) => opaqueText(seed).replaceAll(/[-_]/g, 'q').slice(0, 40),
  hex: (seed) => opaqueId(seed, 88),
}

function digits(seed: string, length: number): string {
  const draw = seeded(seed)
  return Array.from({ length }, () => String(draw.integer(0, 9))).join('')
}
