import { type Answer, empty, type Handler, type ResourceCall } from '../../answer.ts'
import { readSecret } from '../../encryption-key.ts'
import { fieldsOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { takeVerified } from '../mfa.ts'
import { refuse } from '../refusal.ts'
import { type AtCard, actOn } from './card-lookup.ts'
import { isPin, refusePin } from './pin.ts'

/** Switches a new card on for a holder who proved it with a one-time password. */
export function activateCardBeforeLogin(desk: Desk): Handler {
  return (call) =>
    proved(desk, call, {
      id: call.params['cardId'] ?? '',
      act: ({ card }) => {
        card.isActive = call.behaviour.enforces('cards.before-login') || card.isActive
        return empty(200)
      },
    })
}

/** Sets a new PIN for such a holder. */
export function changePinBeforeLogin(desk: Desk): Handler {
  return (call) => {
    const { cardId, newPin } = fieldsOf(call.body)
    const pin = readSecret(textOf(newPin))
    if (!isPin(pin)) return refusePin(call)
    return proved(desk, call, {
      id: textOf(cardId),
      act: ({ card }) => {
        card.pin = pin
        return empty(200)
      },
    })
  }
}

interface Wanted {
  readonly id: string
  readonly act: (at: AtCard) => Answer
}

/** Acts for the customer of a control flow whose password was checked; the token itself knows no customer. */
function proved(desk: Desk, call: ResourceCall, { id, act }: Wanted): Answer {
  const flowId = textOf(fieldsOf(call.body)['controlFlowId'])
  const holder = { ...call, username: desk.bank.flows.find(flowId)?.owner.username }
  return actOn(desk, holder, {
    id,
    act: (at) => {
      const flow = takeVerified(desk, holder, { id: flowId, purpose: 'generateOtp' })
      return flow === undefined ? refuse(call, { status: 400, code: 'invalidControlFlowId' }) : act(at)
    },
  })
}
