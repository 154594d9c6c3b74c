import { empty } from '../../answer.ts'
import { fieldsOf } from '../../fields.ts'
import { invalid, refuse } from '../refusal.ts'
import { onCard } from './card-lookup.ts'

const contactlessField = 'currentContactlessWthoutPinPmtLimit'

/** Sets what a card may spend; the contactless limit is what the list of partners shows. */
export const updateCardLimits = onCard(({ call, card }) => {
  const { creditCardDetails } = fieldsOf(call.body)
  const wanted = fieldsOf(fieldsOf(creditCardDetails)['creditCardLimitDetails'])[contactlessField]
  if (typeof wanted !== 'number') return empty(200)
  const amount = Math.round(wanted * 100)
  const isInRange = amount >= 0 && amount <= card.highestContactless
  if (!isInRange && call.behaviour.enforces('cards.highest-contactless'))
    return refuse(call, invalid(contactlessField))
  if (call.behaviour.enforces('cards.contactless-kept')) card.contactless = amount
  return empty(200)
})
