import type { Account } from '../accounts.ts'

/** How a card draws: on a line of credit, on that of another holder, or on an account. */
export type CardKind = 'credit' | 'supplementary' | 'debit'

/** Use of a card abroad. */
export interface OverseasUse {
  readonly allowed: boolean
  readonly forGood: boolean
  readonly from: string | undefined
  readonly to: string | undefined
}

/** What a holder told of a journey. */
export interface TravelPlan {
  readonly countries: readonly string[]
  readonly from: string
  readonly to: string
}

/** A card with what its holder changed; amounts in minor units. */
export interface Card {
  readonly id: string
  /** How the tokens of the card name it besides. */
  readonly referenceNumber: string
  readonly kind: CardKind
  readonly username: string
  /** The line of credit or account that it draws on. */
  readonly account: Account
  /** The card whose line a supplementary card draws on. */
  readonly primary: Card | undefined
  readonly holderName: string
  readonly highestLimit: number
  readonly highestTemporaryLimit: number
  readonly highestContactless: number
  lastFour: string
  isActive: boolean
  /** Reported as lost or stolen; a replacement takes the report back. */
  isBlocked: boolean
  wasReplaced: boolean
  overseas: OverseasUse
  limit: number
  temporaryLimit: { readonly amount: number; readonly from: string; readonly to: string } | undefined
  contactless: number
  pin: string | undefined
  travelPlans: readonly TravelPlan[]
  /** Keys of the purchases that are paid in instalments. */
  readonly inInstalments: Set<string>
  /** What of each statement is paid in instalments, in minor units. */
  readonly statementBooked: Map<string, number>
  /** How many plans were booked. */
  plans: number
  /** Currencies that were added to a debit card. */
  currencies: readonly string[]
  /** Accounts that a debit card draws on besides its own. */
  linkedAccounts: readonly string[]
}

/** The security code of every card of the sandbox. */
export const securityCode = '487'

/** Hides all but the last four digits of a card's number. */
export function maskedNumber({ lastFour }: Pick<Card, 'lastFour'>): string {
  return `${'X'.repeat(12)}${lastFour}`
}
