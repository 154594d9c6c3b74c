import type { Contract, Operation } from '../contract/types.ts'
import type { Validators } from '../contract/validators.ts'
import type { Authority } from '../certificates/authority.ts'
import type { Answer } from './answer.ts'
import { type FirstApplication, type RegisteredApplication, registerApplications } from './applications.ts'
import { Bank } from './bank/bank.ts'
import { customers } from './bank/customers.ts'
import type { Behaviour } from './behaviour.ts'
import type { Clock } from './clock.ts'
import type { CustomerCredentials } from './control.ts'
import { type Personality, withPersonality } from './personality.ts'
import { GrantStore } from './grants.ts'
import type { HubRecords } from './hub/portal.ts'
import { BizTokens } from './legacy/biz-tokens.ts'
import { Quota } from './quota.ts'
import { ClientRegister } from './registration/clients.ts'
import { ProviderTrust } from './registration/trust.ts'
import type { SandboxRequest } from './request.ts'
import { createHandlers, type Handlers } from './resources/index.ts'

/** Everything that the sandbox is made of: the documents, the bank, who may do what, and how it behaves. */
export interface World {
  readonly contract: Contract
  readonly validators: Validators
  readonly clock: Clock
  readonly bank: Bank
  readonly handlers: Handlers
  /** Those of the start first; registration adds to them. */
  readonly applications: RegisteredApplication[]
  /** The applications of the start, to which a reset returns. */
  readonly firstApplications: readonly FirstApplication[]
  readonly clients: ClientRegister
  readonly trust: ProviderTrust
  readonly bizTokens: BizTokens
  /** What developers registered in the portal. */
  readonly hub: HubRecords
  readonly customers: readonly CustomerCredentials[]
  readonly grants: GrantStore
  readonly quota: Quota
  /** The status of the next answer of an operation, where the control plane decided it. */
  readonly decided: Map<string, number>
  /** Every scope that the documents name, and the sandbox's own `/api`. */
  readonly scopes: ReadonlySet<string>
  /** How the sandbox behaves when no defect is on. */
  readonly personality: Personality
  behaviour: Behaviour
}

/** Makes a world in its first state. */
export function createWorld(parts: {
  contract: Contract
  validators: Validators
  schemasDirectory: string
  clock: Clock
  /** Who vouches for payment service providers; an authority of its own unless given. */
  authority?: Authority
  /** Calls per minute and application. */
  quota: number
  personality?: Personality | undefined
}): World {
  const { personality = 'documented' } = parts
  const bank = new Bank()
  const applications = registerApplications()
  const world: World = {
    contract: parts.contract,
    validators: parts.validators,
    clock: parts.clock,
    bank,
    handlers: createHandlers({ contract: parts.contract, schemasDirectory: parts.schemasDirectory, bank }),
    applications: [...applications],
    firstApplications: applications,
    clients: new ClientRegister(),
    trust: new ProviderTrust(parts.clock.now(), parts.authority),
    bizTokens: new BizTokens(),
    hub: new Map(),
    customers,
    grants: new GrantStore(),
    quota: new Quota(parts.quota, () => world.behaviour),
    decided: new Map(),
    scopes: new Set(['/api', ...parts.contract.operations.flatMap(({ scopes }) => scopes)]),
    personality,
    behaviour: withPersonality(personality),
  }
  return world
}

/** Puts a world back into its first state; the applications of the start keep their ids and secrets. */
export function resetWorld(world: World): void {
  world.clock.reset()
  world.bank.reset()
  world.grants.clear()
  world.clients.clear()
  world.bizTokens.clear()
  world.hub.clear()
  world.applications.splice(0, world.applications.length, ...world.firstApplications)
  world.quota.refill()
  world.decided.clear()
  world.behaviour = withPersonality(world.personality)
}

/** Answers one operation of the authorization server. */
export type Endpoint = (world: World, call: EndpointCall) => Answer | Promise<Answer>

/** A call that reached an endpoint of the authorization server. */
export interface EndpointCall extends SandboxRequest {
  /** Undefined for the pages that no document describes. */
  readonly operation: Operation | undefined
  readonly params: Readonly<Record<string, string>>
}
