import { readTokenPair } from '../../src/oauth/application.ts'
import { refreshCard } from '../../src/oauth/card-flow.ts'
import { grantCard } from '../../src/testing/card-access.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { operationOf } from '../../src/testing/operations.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'

const scope = 'epp_booking'
const plan = () => operationOf('getCardTokenPlan')
const justBefore31Days = { days: 30, hours: 23, minutes: 59, seconds: 59 }
const justAfter31Days = { days: 31, seconds: 1 }

inMarketsOffering('getCardTokenPlan', () => {
  test.describe('access token of a card', () => {
    test(
      'opens the card a second before its 31 days',
      proves('expiry.card-token.31-days'),
      async ({ app, caller, card, otp, clock }) => {
        const { accessToken, told } = await grantCard({ app, card, otp, scope })
        await clock.advance(justBefore31Days)
        const parameters = { cardId: told['cardId'] ?? '' }
        expect(await caller.call(plan(), { accessToken, parameters })).toSucceed()
      },
    )

    test(
      'is refused a second after its 31 days',
      proves('expiry.card-token.31-days'),
      async ({ app, caller, card, otp, clock }) => {
        const { accessToken, told } = await grantCard({ app, card, otp, scope })
        const parameters = { cardId: told['cardId'] ?? '' }
        positiveControl(await caller.call(plan(), { accessToken, parameters }))
        await clock.advance(justAfter31Days)
        expect(await caller.call(plan(), { accessToken, parameters })).toBeRefused(401)
      },
    )

    test(
      'from a refresh opens the card a second before its own 31 days',
      proves('expiry.card-token.after-refresh'),
      async ({ app, caller, card, otp, clock }) => {
        const { refreshToken, told } = await grantCard({ app, card, otp, scope })
        await clock.advance({ days: 31 })
        const { accessToken = '' } =
          readTokenPair(positiveControl(await refreshCard(app, refreshToken))) ?? {}
        await clock.advance(justBefore31Days)
        const parameters = { cardId: told['cardId'] ?? '' }
        expect(await caller.call(plan(), { accessToken, parameters })).toSucceed()
      },
    )

    test(
      'from a refresh is refused a second after its own 31 days',
      proves('expiry.card-token.after-refresh'),
      async ({ app, caller, card, otp, clock }) => {
        const { refreshToken, told } = await grantCard({ app, card, otp, scope })
        const { accessToken = '' } =
          readTokenPair(positiveControl(await refreshCard(app, refreshToken))) ?? {}
        await clock.advance(justAfter31Days)
        const parameters = { cardId: told['cardId'] ?? '' }
        expect(await caller.call(plan(), { accessToken, parameters })).toBeRefused(401)
      },
    )
  })
})

inMarketsOffering('refreshCardToken', () => {
  test.describe('refresh token of a card', () => {
    test(
      'works a second before 31 days and an hour',
      proves('expiry.card-refresh-token.an-hour-longer'),
      async ({ app, card, otp, clock }) => {
        const { refreshToken } = await grantCard({ app, card, otp, scope })
        await clock.advance({ days: 31, minutes: 59, seconds: 59 })
        expect(await refreshCard(app, refreshToken)).toSucceed()
      },
    )

    test(
      'is refused a second after 31 days and an hour',
      proves('expiry.card-refresh-token.an-hour-longer'),
      async ({ app, card, otp, clock }) => {
        const { refreshToken } = await grantCard({ app, card, otp, scope })
        await clock.advance({ days: 31, hours: 1, seconds: 1 })
        expect(await refreshCard(app, refreshToken)).toFailWith(400, 'invalid_grant')
        positiveControl(await refreshCard(app, (await grantCard({ app, card, otp, scope })).refreshToken))
      },
    )

    test(
      'from a refresh works a second before its 372 days',
      proves('expiry.card-refresh-token.372-days'),
      async ({ app, card, otp, clock }) => {
        const first = await grantCard({ app, card, otp, scope })
        const reply = positiveControl(await refreshCard(app, first.refreshToken))
        await clock.advance({ days: 371, hours: 23, minutes: 59, seconds: 59 })
        expect(await refreshCard(app, readTokenPair(reply)?.refreshToken ?? '')).toSucceed()
      },
    )

    test(
      'from a refresh is refused a second after its 372 days',
      proves('expiry.card-refresh-token.372-days'),
      async ({ app, card, otp, clock }) => {
        const first = await grantCard({ app, card, otp, scope })
        const reply = positiveControl(await refreshCard(app, first.refreshToken))
        await clock.advance({ days: 372, seconds: 1 })
        expect(await refreshCard(app, readTokenPair(reply)?.refreshToken ?? '')).toFailWith(
          400,
          'invalid_grant',
        )
      },
    )
  })
})
