import { empty, json } from '../../answer.ts'
import { type Card, securityCode } from '../../bank/cards/card.ts'
import { replacementNumber } from '../../bank/cards/open-cards.ts'
import { opaqueId } from '../../bank/seeded.ts'
import { readSecret } from '../../encryption-key.ts'
import { fieldsOf, textOf } from '../../fields.ts'
import { invalid, refuse } from '../refusal.ts'
import { type AtCard, onCard, refuseBlocked } from './card-lookup.ts'
import { askHolder } from './factor.ts'

/** Switches a card on or off. A debit card reaches the account of its holder, who has to prove the switching on. */
export const switchCard = onCard((at) => {
  const { call, card } = at
  const isOn = call.params['cardActivationCode'] === 'ACTIVATE'
  const { cvv } = fieldsOf(call.body)
  if (cvv !== undefined && !isSecurityCode(at, textOf(cvv))) return refuse(call, invalid('cvv'))
  const refused = isOn ? refuseBlocked(at) : undefined
  if (refused !== undefined) return refused
  const grant = () => {
    if (call.behaviour.enforces('cards.switch-kept')) card.isActive = isOn
    return empty(200)
  }
  return isOn && card.kind === 'debit' ? askHolder(at, { confirmedBy: 'confirmCardSwitch', grant }) : grant()
})

/** Tells whether a code, plain or encrypted, is the one on the card. */
export function isSecurityCode({ call }: AtCard, given: string): boolean {
  const code = call.behaviour.enforces('cards.decrypted') ? readSecret(given) : given
  return code === securityCode || !call.behaviour.enforces('cards.security-code')
}

/** Blocks a card that was lost; where a new one is wanted, it comes with another number and switched off. */
export const reportCardLost = onCard(({ desk, call, card }) => {
  const { replacementIndicator } = fieldsOf(call.body)
  block(card, { isKept: call.behaviour.enforces('cards.report-kept') })
  if (replacementIndicator === 'BLOCK_AND_REPLACE' && call.behaviour.enforces('cards.replacement'))
    replace(card)
  const referenceId = `LS${opaqueId(`${card.id}/${call.now.toISOString()}`, 10).toUpperCase()}`
  return json(200, desk.write(call.operation, { referenceId }))
})

function block(card: Card, { isKept }: { readonly isKept: boolean }): void {
  card.isBlocked = isKept
  card.isActive = false
}

function replace(card: Card): void {
  card.lastFour = replacementNumber(card)
  card.isBlocked = false
  card.wasReplaced = true
}
