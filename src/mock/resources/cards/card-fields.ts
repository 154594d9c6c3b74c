import { type Card, maskedNumber } from '../../bank/cards/card.ts'
import { decimal } from '../../bank/money.ts'
import { functionsOf } from './card-functions.ts'

/** The word for a card that works at home, waits to be switched on, or must be replaced. */
function localState({ isBlocked, isActive }: Card): string {
  if (isBlocked) return 'REPLACE'
  return isActive ? 'ACTIVE' : 'INACTIVE'
}

/** The limit of a day: a temporary one counts from its first to its last. */
function limitOf({ limit, temporaryLimit }: Card, today: string): number {
  if (temporaryLimit === undefined) return limit
  const { amount, from, to } = temporaryLimit
  return from <= today && today <= to ? amount : limit
}

/** Describes a card as the list shows it on a day. */
export function cardFields(card: Card, today: string): Readonly<Record<string, unknown>> {
  const { overseas } = card
  return {
    cardId: card.id,
    displayCardNumber: maskedNumber(card),
    localCardActivationIndicator: localState(card),
    overseasCardActivationIndicator: overseas.allowed ? 'ACTIVE' : 'INACTIVE',
    perpetualActivationFlag: overseas.allowed && overseas.forGood,
    overseasCardActivationStartDate: overseas.from,
    overseasCardActivationEndDate: overseas.to,
    currentCreditLimitAmount: decimal(limitOf(card, today)),
    maximumPermanentCreditLimitAmount: decimal(card.highestLimit),
    maximumTemporaryCreditLimitAmount: decimal(card.highestTemporaryLimit),
    subCardType: card.kind === 'debit' ? 'DEBIT' : 'CREDIT',
    cardHolderType: card.kind === 'supplementary' ? 'SUPPLEMENTARY' : 'PRIMARY',
    cardIssueReason: card.wasReplaced ? 'REPLACEMENT' : 'NEWLY_ONBOARDED_CARD',
    cardFunctionsAllowed: functionsOf(card).map((cardFunction) => ({ cardFunction })),
  }
}

/** Describes a card as a partner sees it. */
export function partnerCardFields(card: Card, today: string): Readonly<Record<string, unknown>> {
  const primary = card.primary ?? card
  return {
    ...cardFields(card, today),
    embossName: card.holderName,
    productName: card.account.product.name,
    primaryCardId: primary.id,
    displayPrimaryCardNumber: maskedNumber(primary),
    currentContactlessWthoutPinPmtLimit: decimal(card.contactless),
    maxContactlessWithoutPinPmtLimit: decimal(card.highestContactless),
  }
}
