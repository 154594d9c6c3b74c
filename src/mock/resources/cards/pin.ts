import { type Answer, empty, type Handler, json, type ResourceCall } from '../../answer.ts'
import { readSecret } from '../../encryption-key.ts'
import { fieldsOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { invalid, refuse } from '../refusal.ts'
import { actOn, refuseBlocked } from './card-lookup.ts'
import { askHolder } from './factor.ts'
import { isSecurityCode } from './use.ts'

/** Sets a new PIN; that of a debit card waits for the password of its holder. */
export function resetPin(desk: Desk): Handler {
  return (call) => {
    const { cardId, newPin } = fieldsOf(call.body)
    const pin = readSecret(textOf(newPin))
    if (!isPin(pin) && call.behaviour.enforces('cards.pin-form')) return refusePin(call)
    return actOn(desk, call, {
      id: textOf(cardId),
      act: (at) => {
        const grant = (): Answer => {
          at.card.pin = pin
          return json(200, { posTransactionPinEnablementStatus: 'Success' })
        }
        const blocked = refuseBlocked(at)
        if (blocked !== undefined) return blocked
        if (at.card.kind === 'debit') return askHolder(at, { confirmedBy: 'confirmPinReset', grant })
        grant()
        return empty(200)
      },
    })
  }
}

/** Tells whether a text is a PIN: four digits. */
export function isPin(text: string): boolean {
  return /^\d{4}$/.test(text)
}

/** Refuses a PIN that is none. */
export function refusePin(call: ResourceCall): Answer {
  return refuse(call, invalid('newPin'))
}

/** Checks the security code of a card. */
export function verifyCvv(desk: Desk): Handler {
  return (call) => {
    const { cardId, encryptedCvv } = fieldsOf(call.body)
    return actOn(desk, call, {
      id: textOf(cardId),
      act: (at) =>
        isSecurityCode(at, textOf(encryptedCvv)) ? empty(200) : refuse(call, invalid('encryptedCvv')),
    })
  }
}
