import { membersOf } from '../../src/checks/json.ts'
import { test } from '../../src/testing/fixtures.ts'
import { Journey } from '../../src/testing/journey.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'
import {
  balanceOf,
  cardToLink,
  creditWay,
  linkedBy,
  linking,
  otherWays,
  redeem,
} from '../../src/testing/rewards.ts'

const shopWay = otherWays[1]!

inMarketsOffering('redeemForCredit', () => {
  test('points are whole numbers', proves('rewards.balance.exact'), async ({ caller }) => {
    const journey = await linkedBy(caller, creditWay)
    const { reply } = await balanceOf(journey, creditWay)
    const written = membersOf(reply.body).find(({ name }) => name === 'availablePointBalance')?.raw ?? ''
    expect(reply).toShow({
      at: '/availablePointBalance',
      expected: 'digits alone',
      actual: /^\d+$/.test(written) ? 'digits alone' : written,
    })
  })

  for (const way of [creditWay, ...otherWays]) {
    test(
      `${way.redeem} takes exactly the points of its order`,
      proves('rewards.balance.falls'),
      async ({ caller }) => {
        const journey = await linkedBy(caller, way)
        const before = await balanceOf(journey, way)
        const spent = before.fewest + 1
        const reply = positiveControl(await redeem(journey, way, { ...before, points: spent }))
        const after = await balanceOf(journey, way)
        const answered = membersOf(reply.body).find(({ name }) => name === 'availablePointBalance')?.raw
        expect(after.reply).toShow({
          at: '/availablePointBalance',
          expected: `${before.points - spent}, twice`,
          actual:
            answered === String(after.points)
              ? `${after.points}, twice`
              : `${after.points}, ${answered ?? ''}`,
        })
      },
    )
  }

  test('a transaction is redeemed once', proves('rewards.redemption.repeated'), async ({ caller }) => {
    const journey = await linkedBy(caller, creditWay)
    const balance = await balanceOf(journey, creditWay)
    const order = { ...balance, points: balance.fewest }
    positiveControl(await redeem(journey, creditWay, order))
    expect(await redeem(journey, creditWay, order)).toFailWith(400, 'transactionAlreadyRedeemed')
  })

  test('too few points are refused', proves('rewards.redemption.below-minimum'), async ({ caller }) => {
    const journey = await linkedBy(caller, creditWay)
    const balance = await balanceOf(journey, creditWay)
    const reply = await redeem(journey, creditWay, { ...balance, points: balance.fewest - 1 })
    expect(reply).toFailWith(400, 'belowMinimumPointsAllowed')
  })

  test('too many points are refused', proves('rewards.redemption.above-maximum'), async ({ caller }) => {
    const journey = await linkedBy(caller, creditWay)
    const balance = await balanceOf(journey, creditWay)
    const reply = await redeem(journey, creditWay, { ...balance, points: balance.most + 1 })
    expect(reply).toFailWith(400, 'exceedsMaximumPointsAllowed')
  })

  test(
    'more points than the card has are refused',
    proves('rewards.redemption.insufficient'),
    async ({ caller, otherCaller }) => {
      const journey = new Journey(caller)
      const [link, activate] = linking.pay
      const body = { ...(journey.bodyOf(link) as object), ...(await cardToLink(otherCaller)) }
      positiveControl(await journey.call(link, { body }))
      await journey.walk(activate)
      const balance = await balanceOf(journey, creditWay)
      const reply = await redeem(journey, creditWay, { ...balance, points: balance.points + 1 })
      expect(reply).toFailWith(400, 'inSufficientPointBalance')
    },
  )

  test('too large an amount is refused', proves('rewards.redemption.above-amount'), async ({ caller }) => {
    const journey = await linkedBy(caller, creditWay)
    const balance = await balanceOf(journey, creditWay)
    const amount = (balance.most * balance.worth) / 10_000 + 1
    const reply = await redeem(journey, creditWay, { ...balance, points: balance.most, amount })
    expect(reply).toFailWith(400, 'exceedsMaximumAmountAllowed')
  })

  test('points and amount have to agree', proves('rewards.redemption.mismatch'), async ({ caller }) => {
    const journey = await linkedBy(caller, creditWay)
    const balance = await balanceOf(journey, creditWay)
    const reply = await redeem(journey, creditWay, { ...balance, points: balance.fewest, amount: 1 })
    expect(reply).toFailWith(400, 'invalidPointsAndAmountCombination')
  })

  for (const way of otherWays) {
    test(
      `${way.redeem} knows when points and amount disagree`,
      proves('rewards.redemption.every-way'),
      async ({ caller }) => {
        const journey = await linkedBy(caller, way)
        const balance = await balanceOf(journey, way)
        const reply = await redeem(journey, way, { ...balance, points: balance.fewest, amount: 1 })
        expect(reply).toFailWith(400, 'invalidPointsAndAmountCombination')
      },
    )
  }

  test(
    'an amount in another currency is refused',
    proves('rewards.redemption.currency'),
    async ({ caller }) => {
      const journey = await linkedBy(caller, creditWay)
      const balance = await balanceOf(journey, creditWay)
      const reply = await redeem(journey, creditWay, {
        ...balance,
        points: balance.fewest,
        currencyCode: 'EUR',
      })
      expect(reply).toBeRefused(400)
    },
  )

  test('a reversal gives the points back', proves('rewards.reversal.returns'), async ({ caller }) => {
    const journey = await linkedBy(caller, shopWay)
    const before = await balanceOf(journey, shopWay)
    await journey.walk('redeemShopWithPoints', 'reverseShopWithPoints')
    const after = await balanceOf(journey, shopWay)
    expect(after.reply).toShow({
      at: '/availablePointBalance',
      expected: String(before.points),
      actual: String(after.points),
    })
  })

  test('an order is reversed once', proves('rewards.reversal.once'), async ({ caller }) => {
    const journey = await linkedBy(caller, shopWay)
    await journey.walk('redeemShopWithPoints', 'reverseShopWithPoints')
    expect(await journey.call('reverseShopWithPoints')).toBeRefused(400)
  })
})
