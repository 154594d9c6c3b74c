import { test } from '../../src/testing/fixtures.ts'
import { at } from '../../src/testing/inside.ts'
import { Journey } from '../../src/testing/journey.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'
import { americanWay, balanceOf, linkedBy, redeem } from '../../src/testing/rewards.ts'

/** Lets the card of a journey take part, or no longer. */
async function setEnabled(journey: Journey, enableProgramIndicator: boolean): Promise<void> {
  const body = { ...(journey.bodyOf('enableRewards') as object), enableProgramIndicator }
  positiveControl(await journey.call('enableRewards', { body }))
}

inMarketsOffering('redeemCloakedCard', () => {
  test(
    'a card is not linked under another postal code',
    proves('rewards.linkage.postal-code'),
    async ({ caller }) => {
      const journey = await new Journey(caller).walk('linkCloakedCard')
      const body = { ...(journey.bodyOf('linkCloakedCard') as object), billingZipCode: '00000' }
      expect(await journey.call('linkCloakedCard', { body })).toBeRefused(400)
    },
  )

  test(
    'a card that does not take part cannot pay',
    proves('rewards.enablement.needed'),
    async ({ caller }) => {
      const journey = await linkedBy(caller, americanWay)
      await setEnabled(journey, false)
      expect(await journey.call('redeemCloakedCard')).toBeRefused(400)
      await setEnabled(journey, true)
      expect(await journey.call('redeemCloakedCard')).toSucceed()
    },
  )

  test('a card that was taken out is not enabled', proves('rewards.enablement.ends'), async ({ caller }) => {
    const journey = await linkedBy(caller, americanWay)
    const before = positiveControl(await journey.call('getRewardEligibility'))
    await setEnabled(journey, false)
    const after = positiveControl(await journey.call('getRewardEligibility'))
    const indicators = [before, after].map(({ json }) => at(json, 'eligibilityIndicator'))
    expect(after).toShow({
      at: '/eligibilityIndicator',
      expected: 'E, then Y',
      actual: indicators.join(', then '),
    })
  })

  test('neither link nor card is too little', proves('rewards.card.named'), async ({ caller }) => {
    const journey = await linkedBy(caller, americanWay)
    positiveControl(await journey.call('getCloakedPointBalance'))
    const without = ['rewardLinkCode', 'cloakedCreditCardNumber']
    expect(await journey.call('getCloakedPointBalance', { without })).toBeRefused(400)
  })

  test('points fall by those of the order', proves('rewards.balance.falls'), async ({ caller }) => {
    const journey = await linkedBy(caller, americanWay)
    const before = await balanceOf(journey, americanWay)
    positiveControl(await redeem(journey, americanWay, { ...before, points: before.fewest }))
    const after = await balanceOf(journey, americanWay)
    expect(after.reply).toShow({
      at: '/availablePointBalance',
      expected: String(before.points - before.fewest),
      actual: String(after.points),
    })
  })

  test(
    'points and amount have to agree in the Americas',
    proves('rewards.redemption.every-way'),
    async ({ caller }) => {
      const journey = await linkedBy(caller, americanWay)
      const balance = await balanceOf(journey, americanWay)
      const reply = await redeem(journey, americanWay, { ...balance, points: balance.fewest, amount: 1 })
      expect(reply).toFailWith(400, 'invalidPointsAndAmountCombination')
    },
  )
})
