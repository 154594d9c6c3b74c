import type { Answer } from '../answer.ts'
import type { RewriteContext } from '../behaviour.ts'
import { type Defect, isSuccessOf, rewrite, withEvery, withFields, without } from './defect.ts'

const market = 'hk' as const

/** A refusal with one code, of one of these operations or of any. */
const refusedWith =
  (code: string, ...ids: readonly string[]) =>
  ({ status, body }: Answer, { operation }: RewriteContext): boolean =>
    status === 400 &&
    (body as { code?: unknown } | undefined)?.code === code &&
    (ids.length === 0 || ids.includes(operation?.id ?? ''))

const links: readonly Defect[] = [
  { id: 'reward-link-invented', breaks: 'rewards.link.unknown', market, apply: without('object.exists') },
  {
    id: 'reward-link-born-active',
    breaks: 'rewards.link.inactive',
    market,
    apply: without('rewards.active'),
  },
  { id: 'reward-link-never-ends', breaks: 'rewards.link.ends', market, apply: without('rewards.unlinked') },
  {
    id: 'any-card-linked',
    breaks: 'rewards.linkage.unknown-card',
    market,
    apply: without('rewards.card-known'),
  },
  {
    id: 'card-type-not-told',
    breaks: 'rewards.linkage.card-type',
    market,
    apply: rewrite(refusedWith('invalidCardType'), withFields({ code: 'registrationFailed' })),
  },
  {
    id: 'any-postal-code-links',
    breaks: 'rewards.linkage.postal-code',
    market: 'us',
    apply: without('rewards.postal-code'),
  },
  {
    id: 'any-activation-code',
    breaks: 'rewards.activation.wrong-code',
    market,
    apply: without('rewards.activation-code'),
  },
  {
    id: 'endless-activation-codes',
    breaks: 'rewards.activation.tries',
    market,
    apply: without('rewards.activation-tries'),
  },
]

const balances: readonly Defect[] = [
  {
    id: 'points-with-fractions',
    breaks: 'rewards.balance.exact',
    market,
    apply: rewrite(
      isSuccessOf('getLinkedPointBalance'),
      withEvery('availablePointBalance', 91_000_000_000_000.03),
    ),
  },
  { id: 'points-stay', breaks: 'rewards.balance.falls', market, apply: without('rewards.balance-falls') },
  {
    id: 'points-by-link',
    breaks: 'rewards.balance.shared',
    market,
    apply: rewrite(isSuccessOf('getShopWithPointsBalance'), withEvery('availablePointBalance', 5_000)),
  },
  {
    id: 'reversal-without-points',
    breaks: 'rewards.reversal.returns',
    market,
    apply: without('rewards.points-returned'),
  },
  {
    id: 'reversal-again-and-again',
    breaks: 'rewards.reversal.once',
    market,
    apply: without('rewards.reversal-once'),
  },
]

const redemptions: readonly Defect[] = [
  {
    id: 'transaction-redeemed-twice',
    breaks: 'rewards.redemption.repeated',
    market,
    apply: without('rewards.once'),
  },
  {
    id: 'points-below-minimum',
    breaks: 'rewards.redemption.below-minimum',
    market,
    apply: without('rewards.minimum'),
  },
  {
    id: 'points-above-maximum',
    breaks: 'rewards.redemption.above-maximum',
    market,
    apply: without('rewards.maximum'),
  },
  {
    id: 'points-on-credit',
    breaks: 'rewards.redemption.insufficient',
    market,
    apply: without('rewards.sufficient'),
  },
  {
    id: 'amount-without-limit',
    breaks: 'rewards.redemption.above-amount',
    market,
    apply: without('rewards.amount-maximum'),
  },
  {
    id: 'points-at-any-rate',
    breaks: 'rewards.redemption.mismatch',
    market,
    apply: without('rewards.combination'),
  },
  {
    id: 'rate-not-told-everywhere',
    breaks: 'rewards.redemption.every-way',
    market,
    apply: rewrite(
      refusedWith('invalidPointsAndAmountCombination', 'redeemShopWithPointsOrder'),
      withFields({ code: 'invalidRequest' }),
    ),
  },
  {
    id: 'points-in-any-currency',
    breaks: 'rewards.redemption.currency',
    market,
    apply: without('rewards.currency', 'rewards.amount-maximum', 'rewards.combination'),
  },
]

const others: readonly Defect[] = [
  {
    id: 'every-card-pays',
    breaks: 'rewards.enablement.needed',
    market: 'us',
    apply: without('rewards.enabled'),
  },
  {
    id: 'card-cannot-leave',
    breaks: 'rewards.enablement.ends',
    market: 'us',
    apply: without('rewards.disabling'),
  },
  { id: 'no-card-named', breaks: 'rewards.card.named', market: 'us', apply: without('rewards.named') },
  {
    id: 'first-flyer-account-stays',
    breaks: 'rewards.flyer.read-back',
    market,
    apply: without('rewards.flyer-kept'),
  },
  {
    id: 'catalogue-not-narrowed',
    breaks: 'rewards.catalogue.category',
    market,
    apply: without('rewards.category'),
  },
]

/** Mistakes in the journeys of rewards. */
export const rewardsDefects: readonly Defect[] = [...links, ...balances, ...redemptions, ...others]
