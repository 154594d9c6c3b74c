import type { Area } from './types.ts'

const hongKong = 'specs/rewards.yaml#/paths'
const americas = 'specs/rewards-americas.yaml#/paths'
const balance = `${hongKong}/~1v1~1apac~1rewards~1{rewardLinkCode}~1pointBalance/get`
const redemption = `${hongKong}/~1v1~1apac~1rewards~1{rewardLinkCode}~1redemption/post`
const credit = `${hongKong}/~1v1~1rewards~1selectAndCredit~1redemption/post`
const reversal = `${hongKong}/~1v1~1rewards~1shopWithPoints~1redemption~1reversals/post`

/** What paying with points promises. */
export const rewards = {
  'rewards.link.unknown': {
    level: 'MUST',
    text: 'A link that does not exist gives 400 invalidRewardLinkCode.',
    source: balance,
    evidence: 'documented',
  },
  'rewards.link.inactive': {
    level: 'MUST',
    text: 'A link that was not activated gives 400 inactiveRewardLinkCode.',
    source: balance,
    evidence: 'documented',
  },
  'rewards.link.ends': {
    level: 'SHOULD',
    text: 'A link that was taken back opens nothing any more.',
    source: `${hongKong}/~1v1~1rewards~1{rewardLinkCode}~1shopWithPoints/delete`,
    evidence: 'inferred',
  },
  'rewards.linkage.unknown-card': {
    level: 'SHOULD',
    text: 'A card that nobody holds is not linked.',
    source: `${hongKong}/~1v1~1rewards~1shopWithPoints~1linkage/post`,
    evidence: 'inferred',
  },
  'rewards.linkage.card-type': {
    level: 'SHOULD',
    text: 'An account that collects no points gives invalidCardType.',
    source: `${hongKong}/~1v1~1rewards~1shopWithPoints~1linkage/post`,
    evidence: 'inferred',
  },
  'rewards.linkage.postal-code': {
    level: 'SHOULD',
    text: 'A card is not linked under a postal code that is not that of its bill.',
    source: `${americas}/~1v1~1rewards~1linkage/post`,
    evidence: 'inferred',
  },
  'rewards.activation.wrong-code': {
    level: 'MUST',
    text: 'A wrong activation code does not activate a link.',
    source: `${hongKong}/~1v1~1apac~1rewards~1{rewardLinkCode}~1activations/put`,
    evidence: 'documented',
  },
  'rewards.activation.tries': {
    level: 'SHOULD',
    text: 'After three wrong activation codes the right one does not help.',
    source: `${hongKong}/~1v1~1apac~1rewards~1{rewardLinkCode}~1activations/put`,
    evidence: 'inferred',
  },
  'rewards.balance.exact': {
    level: 'SHOULD',
    text: 'Points are written as whole numbers, however many there are.',
    source: balance,
    evidence: 'observed',
  },
  'rewards.balance.falls': {
    level: 'SHOULD',
    text: 'A redemption lowers the balance by exactly its points, and both calls agree.',
    source: redemption,
    evidence: 'observed',
  },
  'rewards.balance.shared': {
    level: 'SHOULD',
    text: 'Two links to one card show the same points.',
    source: balance,
    evidence: 'inferred',
  },
  'rewards.redemption.repeated': {
    level: 'MUST',
    text: 'A transaction that was redeemed before gives transactionAlreadyRedeemed.',
    source: credit,
    evidence: 'documented',
  },
  'rewards.redemption.below-minimum': {
    level: 'MUST',
    text: 'Fewer points than the minimum give belowMinimumPointsAllowed.',
    source: credit,
    evidence: 'documented',
  },
  'rewards.redemption.above-maximum': {
    level: 'MUST',
    text: 'More points than the maximum give exceedsMaximumPointsAllowed.',
    source: credit,
    evidence: 'documented',
  },
  'rewards.redemption.insufficient': {
    level: 'MUST',
    text: 'More points than the card has give inSufficientPointBalance.',
    source: credit,
    evidence: 'documented',
  },
  'rewards.redemption.above-amount': {
    level: 'MUST',
    text: 'A larger amount than the most points are worth gives exceedsMaximumAmountAllowed.',
    source: credit,
    evidence: 'documented',
  },
  'rewards.redemption.mismatch': {
    level: 'MUST',
    text: 'Points and an amount that disagree give invalidPointsAndAmountCombination.',
    source: credit,
    evidence: 'documented',
  },
  'rewards.redemption.currency': {
    level: 'SHOULD',
    text: 'An amount in a currency outside the programme is not redeemed.',
    source: credit,
    evidence: 'inferred',
  },
  'rewards.redemption.every-way': {
    level: 'SHOULD',
    text: 'Every way to redeem refuses points and an amount that disagree.',
    source: redemption,
    evidence: 'inferred',
  },
  'rewards.reversal.returns': {
    level: 'SHOULD',
    text: 'A reversal gives back exactly the points of its order.',
    source: reversal,
    evidence: 'inferred',
  },
  'rewards.reversal.once': {
    level: 'SHOULD',
    text: 'An order is reversed once.',
    source: reversal,
    evidence: 'inferred',
  },
  'rewards.enablement.needed': {
    level: 'SHOULD',
    text: 'A card that does not take part cannot pay.',
    source: `${americas}/~1v1~1rewards~1redemption/post`,
    evidence: 'inferred',
  },
  'rewards.enablement.ends': {
    level: 'SHOULD',
    text: 'A card that was taken out is not enabled any more.',
    source: `${americas}/~1v1~1rewards~1enablement/put`,
    evidence: 'inferred',
  },
  'rewards.card.named': {
    level: 'SHOULD',
    text: 'A call that names neither link nor card is refused.',
    source: `${americas}/~1v1~1rewards~1pointBalance/get`,
    evidence: 'observed',
  },
  'rewards.flyer.read-back': {
    level: 'SHOULD',
    text: 'The frequent flyer account that was set last is shown.',
    source: `${hongKong}/~1v1~1rewards~1frequentFlyer/put`,
    evidence: 'inferred',
  },
  'rewards.catalogue.category': {
    level: 'SHOULD',
    text: 'A category shows the rewards of that category only.',
    source: `${hongKong}/~1v1~1rewards~1catalogue/get`,
    evidence: 'inferred',
  },
} as const satisfies Area
