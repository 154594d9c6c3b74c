import type { Caller } from '../../src/testing/caller.ts'
import { test } from '../../src/testing/fixtures.ts'
import { at } from '../../src/testing/inside.ts'
import { Journey } from '../../src/testing/journey.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'
import { balanceOf, cardToLink, creditWay, linkedBy, linking, otherWays } from '../../src/testing/rewards.ts'

const [payWay, shopWay] = otherWays
const wrongCode = { linkageConfirmationCode: '000000' }

/** Asks to link a card that differs from one of the customer's. */
async function link(caller: Caller, operationId: string, change: object): ReturnType<Journey['call']> {
  const journey = new Journey(caller)
  return journey.call(operationId, { body: { ...(journey.bodyOf(operationId) as object), ...change } })
}

inMarketsOffering('linkRewardCard', () => {
  test('an unknown link is told by its code', proves('rewards.link.unknown'), async ({ caller }) => {
    const journey = await linkedBy(caller, payWay!)
    positiveControl(await journey.call('getRewardBalance'))
    const parameters = { rewardLinkCode: '1700000000000000000' }
    expect(await journey.call('getRewardBalance', { parameters })).toFailWith(400, 'invalidRewardLinkCode')
  })

  test('a new link is inactive', proves('rewards.link.inactive'), async ({ caller }) => {
    const journey = await new Journey(caller).walk('linkRewardCard')
    expect(await journey.call('getRewardBalance')).toFailWith(400, 'inactiveRewardLinkCode')
    await journey.walk('activateRewardLink')
    expect(await journey.call('getRewardBalance')).toSucceed()
  })

  test('a link that was taken back is over', proves('rewards.link.ends'), async ({ caller }) => {
    const journey = await linkedBy(caller, shopWay!)
    await journey.walk('getShopWithPointsBalance', 'unlinkShopWithPoints')
    expect(await journey.call('getShopWithPointsBalance')).toBeRefused(400)
  })

  for (const [activate, [linkCard]] of [
    ['activateRewardLink', linking.pay],
    ['activateShopWithPoints', linking.shop],
  ] as const) {
    test(`${activate} refuses a wrong code`, proves('rewards.activation.wrong-code'), async ({ caller }) => {
      const journey = await new Journey(caller).walk(linkCard)
      expect(await journey.call(activate, { body: wrongCode })).toBeRefused(400)
      await journey.walk(activate)
    })

    test(
      `${activate} refuses the right code after three wrong ones`,
      proves('rewards.activation.tries'),
      async ({ caller }) => {
        const journey = await new Journey(caller).walk(linkCard)
        await journey.call(activate, { body: wrongCode })
        await journey.call(activate, { body: wrongCode })
        await journey.call(activate, { body: wrongCode })
        expect(await journey.call(activate)).toBeRefused(400)
      },
    )

    test(
      `${linkCard} refuses a card that nobody holds`,
      proves('rewards.linkage.unknown-card'),
      async ({ caller }) => {
        await new Journey(caller).walk(linkCard)
        const change = { citiCardHolderPhoneNumber: '85200000000' }
        expect(await link(caller, linkCard, change)).toBeRefused(400)
      },
    )
  }

  test(
    'an account without points is no card to link',
    proves('rewards.linkage.card-type'),
    async ({ caller }) => {
      const change = await cardToLink(caller, 'checkingAccountSummary')
      expect(await link(caller, 'linkShopWithPoints', change)).toFailWith(400, 'invalidCardType')
    },
  )

  test('two links to a card share its points', proves('rewards.balance.shared'), async ({ caller }) => {
    const first = await linkedBy(caller, payWay!)
    const second = await linkedBy(caller, shopWay!)
    positiveControl(await first.call('redeemRewards'))
    const seen = await balanceOf(first, payWay!)
    const shared = await balanceOf(second, shopWay!)
    expect(shared.reply).toShow({
      at: '/availablePointBalance',
      expected: String(seen.points),
      actual: String(shared.points),
    })
  })

  test('the frequent flyer account reads back', proves('rewards.flyer.read-back'), async ({ caller }) => {
    const journey = await linkedBy(caller, creditWay)
    await journey.walk('updateFrequentFlyer')
    const account = { airlineCode: 'SQ', frequentFlyerNumber: '8800142277' }
    const body = { ...(journey.bodyOf('updateFrequentFlyer') as object), ...account }
    positiveControl(await journey.call('updateFrequentFlyer', { body }))
    const reply = positiveControl(await journey.call('getFrequentFlyer'))
    expect(reply).toShow({
      at: '/frequentFlyerNumber',
      expected: account.frequentFlyerNumber,
      actual: String(at(reply.json, 'frequentFlyerNumber')),
    })
  })

  test('a category narrows the catalogue', proves('rewards.catalogue.category'), async ({ caller }) => {
    const parameters = { rewardCategoryCode: 'MILES' }
    const reply = positiveControl(await new Journey(caller).call('listRewards', { parameters }))
    const listed = (at(reply.json, 'rewards') as unknown[] | undefined) ?? []
    const categories = new Set(listed.map((reward) => at(reward, 'rewardCategoryCode')))
    expect(reply).toShow({ at: '/rewards', expected: 'MILES', actual: [...categories].join(', ') })
  })
})
