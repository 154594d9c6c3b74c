import { type Answer, json, type ResourceCall } from '../answer.ts'
import type { ControlFlow, FlowOwner, FlowRule } from '../bank/control-flows.ts'
import { refusal } from '../refusals.ts'
import type { Desk } from './desk.ts'

/** The password that every text message of the sandbox holds. */
const password = '987654'
const lifetimeMs = 5 * 60_000
const mostTries = 3

/** A call about a flow: who makes it, and when. */
export type FlowCall = Pick<ResourceCall, 'behaviour' | 'now' | 'market' | 'clientId' | 'username'>

/** Who keeps the flows. */
type FlowDesk = Pick<Desk, 'bank'>

/** Who goes on with the flow of a call. */
export function ownerOf({ market, clientId, username }: FlowCall): FlowOwner {
  return { market: market.id, clientId, username: username ?? '' }
}

/** Asks for the second factor: the documented 403 with the flow to go on with. */
export function askForFactor({ operation }: ResourceCall, flow: ControlFlow): Answer {
  const { body } = refusal(403, operation, { code: 'mfaRequired' })
  const { moreInfo } = body as { moreInfo?: object }
  return json(403, { ...(body as object), moreInfo: { ...moreInfo, controlFlowId: flow.id } })
}

/** Tells whether a rule is kept, for all flows and for those of this product. */
function keeps({ behaviour }: FlowCall, { rules }: ControlFlow, rule: FlowRule): boolean {
  const own = rules?.[rule]
  return behaviour.enforces(rule) && (own === undefined || behaviour.enforces(own))
}

/** Finds the flow that a call names; undefined when it is unknown, over, or somebody else's. */
export function findFlow({ bank }: FlowDesk, call: FlowCall, id: string): ControlFlow | undefined {
  const { now } = call
  const flow = bank.flows.find(id)
  if (flow === undefined) return undefined
  if (!isOwn(flow, call) && keeps(call, flow, 'flow.owner')) return undefined
  const isOver = now.getTime() - flow.openedAt.getTime() > lifetimeMs
  return isOver && keeps(call, flow, 'flow.expiry') ? undefined : flow
}

function isOwn({ owner }: ControlFlow, call: FlowCall): boolean {
  const { market, clientId, username } = ownerOf(call)
  return owner.market === market && owner.clientId === clientId && owner.username === username
}

/** Takes the flow that waits for this call, once, and only after its password. */
export function takeVerified(
  desk: FlowDesk,
  call: FlowCall,
  wanted: { readonly id: string; readonly purpose: string },
): ControlFlow | undefined {
  const flow = findFlow(desk, call, wanted.id)
  if (flow?.purpose !== wanted.purpose) return undefined
  if (!flow.verified && keeps(call, flow, 'mfa.verified')) return undefined
  if (keeps(call, flow, 'flow.single-use')) desk.bank.flows.close(flow)
  return flow
}

/** Judges a password; three wrong ones end the flow. */
export function verifyFlow(
  desk: FlowDesk,
  call: FlowCall,
  given: { readonly id: string; readonly password: string },
): 'verified' | 'wrong' | 'over' {
  const flow = findFlow(desk, call, given.id)
  if (flow === undefined) return 'over'
  if (given.password === password || !call.behaviour.enforces('otp.right')) {
    flow.verified = true
    return 'verified'
  }
  flow.wrongTries += 1
  if (flow.wrongTries >= mostTries && call.behaviour.enforces('otp.tries')) desk.bank.flows.close(flow)
  return 'wrong'
}
