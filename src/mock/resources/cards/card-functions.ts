import type { Card, CardKind } from '../../bank/cards/card.ts'

const everyCard = ['LOCAL_CARD_ACTIVATION', 'OVERSEAS_CARD_ACTIVATION', 'REPORT_LOST_STOLEN', 'RESET_ATM_PIN']

const functions: Readonly<Record<CardKind, readonly string[]>> = {
  credit: [
    'CREDIT_LIMIT_INCREASE',
    ...everyCard,
    'EPP_BOOKING',
    'UPDATE_POS_CREDIT_LIMIT',
    'UPDATE_NON_POS_CREDIT_LIMIT',
    'E_STATEMENT',
    'E_ADVICE',
    'ADD_SUPPLEMENTARY_CARD',
  ],
  supplementary: [...everyCard, 'EPP_BOOKING'],
  debit: [...everyCard, 'UPDATE_POS_CREDIT_LIMIT'],
}

/** Lists what a card allows; a blocked one allows nothing but to be reported. */
export function functionsOf({ kind, isBlocked }: Card): readonly string[] {
  return isBlocked ? ['REPORT_LOST_STOLEN'] : functions[kind]
}

/** Tells whether the bank knows a function. */
export function isFunction(word: string): boolean {
  return word === 'ALL' || Object.values(functions).some((list) => list.includes(word))
}

/** Tells whether a card allows a function. */
export function allows(card: Card, word: string): boolean {
  return word === 'ALL' || functionsOf(card).includes(word)
}
