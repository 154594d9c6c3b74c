import { createHash } from 'node:crypto'
import type { Market } from '../../markets/types.ts'
import type { Bank } from './bank.ts'
import { customers } from './customers.ts'
import { seeded } from './seeded.ts'

/** A card that collects points. */
export interface RewardCard {
  readonly username: string
  readonly displayNumber: string
  /** Phone number of the holder with the dialling code. */
  readonly phone: string
  /** SHA-512 of the number in hexadecimal digits, by which American merchants name it. */
  readonly cloakedNumber: string
  readonly billingZipCode: string
  /** Points that it has collected before anything is spent. */
  readonly collected: number
}

/** Numbers of test cards, for the hashes alone; no answer shows one. */
const testNumbers = [
  '4012888888881881',
  '4111111111111111',
  '5555555555554444',
  '378282246310005',
  '6011111111111117',
]

/** The first customer is rich beyond 32 bits, as the sandbox of the bank was seen to be. */
const riches: Readonly<Record<string, number>> = { hk: 91_000_000_000_000, us: 482_650, mx: 482_650 }

/** Lists the cards with points of a market: the credit cards of its customers. */
export function rewardCards(bank: Bank, market: Market): readonly RewardCard[] {
  return customers.flatMap(({ username }, index) => {
    const account = bank.accountsOf(market, username).find(({ product }) => product.kind === 'creditCard')
    if (account === undefined) return []
    const { phone, postalCode } = bank.profileOf(market, username)
    return {
      username,
      displayNumber: account.displayNumber,
      phone: market.dialCode + phone,
      cloakedNumber: cloak(testNumbers[index] ?? username),
      billingZipCode: index === 0 ? '10022' : postalCode,
      collected: index === 0 ? (riches[market.id] ?? 0) : collectedBy(market, username),
    }
  })
}

/** Everybody else has fewer points than one redemption may take. */
function collectedBy({ id }: Market, username: string): number {
  return seeded(`${id}/${username}/points`).integer(6_000, 12_000)
}

function cloak(number: string): string {
  return createHash('sha512').update(number).digest('hex')
}
