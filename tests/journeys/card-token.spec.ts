import { refreshCard, revokeCard } from '../../src/oauth/card-flow.ts'
import { readTokenPair } from '../../src/oauth/application.ts'
import { grantCard } from '../../src/testing/card-access.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { operationOf } from '../../src/testing/operations.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'
import { grantTokens } from '../../src/testing/token-broker.ts'

const scope = 'epp_booking'
const plan = () => operationOf('getCardTokenPlan')

inMarketsOffering('getCardTokenPlan', () => {
  test.describe('token of a card', () => {
    test(
      'opens its card and not the second one of the holder',
      proves('card-authorization.token.one-card'),
      async ({ app, caller, card, secondCard, otp }) => {
        const first = await grantCard({ app, card, otp, scope })
        const other = await grantCard({ app, card: secondCard, otp, scope })
        const { accessToken, told } = first
        positiveControl(
          await caller.call(plan(), { accessToken, parameters: { cardId: told['cardId'] ?? '' } }),
        )
        const parameters = { cardId: other.told['cardId'] ?? '' }
        expect(await caller.call(plan(), { accessToken, parameters })).toBeRefused(400, 403, 404)
      },
    )

    test(
      'does not open the card of another customer',
      proves('card-authorization.token.foreign-card'),
      async ({ app, caller, card, otherCard, otp }) => {
        const { accessToken, told } = await grantCard({ app, card, otp, scope })
        const other = await grantCard({ app, card: otherCard, otp, scope })
        positiveControl(
          await caller.call(plan(), { accessToken, parameters: { cardId: told['cardId'] ?? '' } }),
        )
        const parameters = { cardId: other.told['cardId'] ?? '' }
        expect(await caller.call(plan(), { accessToken, parameters })).toBeRefused(400, 403, 404)
      },
    )

    test(
      'is needed where a card is the grant',
      proves('card-authorization.token.grant'),
      async ({ app, customer, caller, card, otp }) => {
        const own = await grantCard({ app, card, otp, scope })
        const parameters = { cardId: own.told['cardId'] ?? '' }
        positiveControl(await caller.call(plan(), { accessToken: own.accessToken, parameters }))
        const { accessToken } = await grantTokens(app, customer)
        expect(await caller.call(plan(), { accessToken, parameters })).toFailWith(403, 'accessNotConfigured')
      },
    )

    // observed: in 2020 a token for loans opened the plans as well.
    test(
      'opens what its scope names',
      proves('card-authorization.token.scope'),
      async ({ app, caller, card, otp }) => {
        const { accessToken, told } = await grantCard({ app, card, otp, scope: 'lop_booking' })
        const parameters = { cardId: told['cardId'] ?? '' }
        expect(await caller.call(plan(), { accessToken, parameters })).toFailWith(403, 'accessNotConfigured')
      },
    )
  })

  test.describe('refresh of a card token', () => {
    test(
      'gives a new pair that opens the same card',
      proves('card-authorization.refresh.new-pair'),
      async ({ app, caller, card, otp }) => {
        const old = await grantCard({ app, card, otp, scope })
        const reply = await refreshCard(app, old.refreshToken)
        expect(reply).toSucceed()
        const { accessToken = '' } = readTokenPair(reply) ?? {}
        const parameters = { cardId: old.told['cardId'] ?? '' }
        expect(await caller.call(plan(), { accessToken, parameters })).toSucceed()
        expect(reply).toShow({
          at: '/access_token',
          expected: 'a new token',
          actual: accessToken === old.accessToken ? 'the old token' : 'a new token',
        })
      },
    )
  })

  test.describe('end of the access to a card', () => {
    test(
      'closes the card',
      proves('card-authorization.revoke.ends-access'),
      async ({ app, caller, card, otp }) => {
        const { accessToken, told } = await grantCard({ app, card, otp, scope })
        const parameters = { cardId: told['cardId'] ?? '' }
        positiveControl(await caller.call(plan(), { accessToken, parameters }))
        positiveControl(await revokeCard(app, accessToken))
        expect(await caller.call(plan(), { accessToken, parameters })).toBeRefused(401)
      },
    )
  })
})

inMarketsOffering('refreshCardToken', () => {
  test.describe('refresh of a card token', () => {
    test(
      'declares 372 days for the new refresh token',
      proves('card-authorization.refresh.declared-lifetime'),
      async ({ app, card, otp }) => {
        const { refreshToken } = await grantCard({ app, card, otp, scope })
        const reply = positiveControl(await refreshCard(app, refreshToken))
        const { refresh_token_expires_in: seconds } = reply.json as { refresh_token_expires_in?: unknown }
        expect(reply).toShow({
          at: '/refresh_token_expires_in',
          expected: String(372 * 24 * 60 * 60),
          actual: String(seconds),
        })
      },
    )

    test(
      'replaces the refresh token',
      proves('card-authorization.refresh.rotation'),
      async ({ app, card, otp }) => {
        const { refreshToken } = await grantCard({ app, card, otp, scope })
        positiveControl(await refreshCard(app, refreshToken))
        expect(await refreshCard(app, refreshToken)).toFailWith(400, 'invalid_grant')
      },
    )

    test(
      'takes no refresh token of the code flow',
      proves('card-authorization.refresh.code-flow-token'),
      async ({ app, customer, card, otp }) => {
        const own = await grantCard({ app, card, otp, scope })
        const foreign = await grantTokens(app, customer)
        expect(await refreshCard(app, foreign.refreshToken)).toFailWith(400, 'invalid_grant')
        positiveControl(await refreshCard(app, own.refreshToken))
      },
    )
  })

  test.describe('end of the access to a card', () => {
    test(
      'by the access token ends the refresh token',
      proves('card-authorization.revoke.ends-refresh'),
      async ({ app, card, otp }) => {
        const { accessToken, refreshToken } = await grantCard({ app, card, otp, scope })
        positiveControl(await revokeCard(app, accessToken))
        expect(await refreshCard(app, refreshToken)).toFailWith(400, 'invalid_grant')
      },
    )

    test(
      'has nothing to say',
      proves('card-authorization.revoke.empty-object'),
      async ({ app, card, otp }) => {
        const { accessToken } = await grantCard({ app, card, otp, scope })
        const reply = positiveControl(await revokeCard(app, accessToken))
        expect(reply).toShow({ at: 'body', expected: '{}', actual: reply.body })
      },
    )
  })
})
