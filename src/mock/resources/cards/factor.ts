import { type Answer, empty, type Handler, json, type ResourceCall } from '../../answer.ts'
import { fieldsOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { askForFactor, ownerOf, takeVerified } from '../mfa.ts'
import { refuse } from '../refusal.ts'
import { type AtCard, onCard } from './card-lookup.ts'

/** Something that a holder wants and that waits for a one-time password. */
export interface Wish {
  /** The operation that confirms it. */
  readonly confirmedBy: string
  readonly grant: () => Answer
}

/** Has a wish wait for the password of the holder. */
export function askHolder({ desk, call }: AtCard, { confirmedBy: purpose, grant }: Wish): Answer {
  if (!call.behaviour.enforces('mfa.required')) return grant()
  const request = { owner: ownerOf(call), purpose, content: grant, form: 'letters' } as const
  return askForFactor(call, desk.bank.flows.open(request, call.now))
}

/** Grants the wish of the control flow that a confirmation names. */
export function grantWish(desk: Desk): Handler {
  return (call) => grant(desk, call)
}

/** The same for a confirmation that names the card as well. */
export const grantWishOfCard = onCard(({ desk, call }) => grant(desk, call))

function grant(desk: Desk, call: ResourceCall): Answer {
  const id = textOf(fieldsOf(call.body)['controlFlowId'])
  const flow = takeVerified(desk, call, { id, purpose: call.operation.id })
  if (flow === undefined) return refuse(call, { status: 400, code: 'invalidControlFlowId' })
  const { body } = (flow.content as Wish['grant'])()
  return body === undefined ? empty(200) : json(200, desk.write(call.operation, body))
}
