import { activateCard, controlFlowOf, enrolCard } from '../../src/oauth/card-flow.ts'
import { enrol, grantCard } from '../../src/testing/card-access.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'

const scope = 'epp_booking'
const wrongOtp = '111111'
/** Digits and a number that no test customer has. */
const nobody = { lastFour: '0000', phone: '000000000' }

inMarketsOffering('enrolCard', () => {
  test.describe('enrolment of a card', () => {
    test(
      'answers 403 mfaRequired with a control flow',
      proves('card-authorization.enrol.asks-factor'),
      async ({ app, card }) => {
        const reply = await enrolCard(app, card)
        expect(reply).toFailWith(403, 'mfaRequired')
        expect(reply).toShow({
          at: '/moreInfo/controlFlowId',
          expected: 'a control flow',
          actual: controlFlowOf(reply) === undefined ? 'none' : 'a control flow',
        })
      },
    )

    test(
      'does not know a card that nobody holds',
      proves('card-authorization.enrol.not-held'),
      async ({ app, card }) => {
        await enrol(app, card)
        expect(await enrolCard(app, { ...card, lastFour: nobody.lastFour })).toBeRefused(400, 404)
      },
    )

    test(
      "takes the holder's telephone number only",
      proves('card-authorization.enrol.wrong-phone'),
      async ({ app, card, otherCard }) => {
        await enrol(app, card)
        expect(await enrolCard(app, { ...card, phone: otherCard.phone })).toBeRefused(400, 404)
      },
    )

    test(
      'does not tell an unknown card from an unknown number',
      proves('card-authorization.enrol.indistinct'),
      async ({ app, card }) => {
        const unknownCard = await enrolCard(app, { ...card, lastFour: nobody.lastFour })
        const unknownPhone = await enrolCard(app, { ...card, phone: nobody.phone })
        expect(unknownPhone).toShow({
          at: 'status and body',
          expected: `${unknownCard.status} ${unknownCard.body}`,
          actual: `${unknownPhone.status} ${unknownPhone.body}`,
        })
      },
    )

    test(
      'needs client credentials',
      proves('card-authorization.enrol.client-auth'),
      async ({ app, card }) => {
        await enrol(app, card)
        expect(await enrolCard(app, card, { headers: { authorization: undefined } })).toBeRefused(401)
      },
    )
  })

  test.describe('activation of a card', () => {
    test(
      'gives tokens for the right password',
      proves('card-authorization.activate.works'),
      async ({ app, card, otp }) => {
        const controlFlowId = await enrol(app, card)
        expect(await activateCard(app, { controlFlowId, otp, scope })).toSucceed()
      },
    )

    test(
      'gives none for a wrong password',
      proves('card-authorization.activate.wrong-otp'),
      async ({ app, card, otp }) => {
        const controlFlowId = await enrol(app, card)
        expect(await activateCard(app, { controlFlowId, otp: wrongOtp, scope })).toFailWith(
          400,
          'invalid_grant',
        )
        positiveControl(await activateCard(app, { controlFlowId, otp, scope }))
      },
    )

    test(
      'gives none after three wrong passwords',
      proves('card-authorization.activate.tries'),
      async ({ app, card, otp }) => {
        await grantCard({ app, card, otp, scope })
        const controlFlowId = await enrol(app, card)
        const wrong = { controlFlowId, otp: wrongOtp, scope }
        await activateCard(app, wrong)
        await activateCard(app, wrong)
        await activateCard(app, wrong)
        expect(await activateCard(app, { controlFlowId, otp, scope })).toFailWith(400, 'invalid_grant')
      },
    )

    test(
      'gives none a day after the enrolment',
      proves('card-authorization.activate.expiry'),
      async ({ app, card, otp, clock }) => {
        await grantCard({ app, card, otp, scope })
        const controlFlowId = await enrol(app, card)
        await clock.advance({ days: 1 })
        expect(await activateCard(app, { controlFlowId, otp, scope })).toFailWith(400, 'invalid_grant')
      },
    )

    test('works once', proves('card-authorization.activate.once'), async ({ app, card, otp }) => {
      const controlFlowId = await enrol(app, card)
      positiveControl(await activateCard(app, { controlFlowId, otp, scope }))
      expect(await activateCard(app, { controlFlowId, otp, scope })).toFailWith(400, 'invalid_grant')
    })

    test(
      'needs a control flow that the bank opened',
      proves('card-authorization.activate.unknown-flow'),
      async ({ app, card, otp }) => {
        await grantCard({ app, card, otp, scope })
        expect(await activateCard(app, { controlFlowId: '9'.repeat(32), otp, scope })).toFailWith(
          400,
          'invalid_grant',
        )
      },
    )

    test(
      'is for the application that enrolled the card',
      proves('card-authorization.activate.bound-to-client'),
      async ({ app, otherApp, card, otp }) => {
        const controlFlowId = await enrol(app, card)
        expect(await activateCard(otherApp, { controlFlowId, otp, scope })).toFailWith(400, 'invalid_grant')
        positiveControl(await activateCard(app, { controlFlowId, otp, scope }))
      },
    )

    test(
      'knows its scopes',
      proves('card-authorization.activate.scope-known'),
      async ({ app, card, otp }) => {
        const controlFlowId = await enrol(app, card)
        expect(await activateCard(app, { controlFlowId, otp, scope: 'everything' })).toFailWith(
          400,
          'invalid_scope',
        )
        positiveControl(await activateCard(app, { controlFlowId, otp, scope }))
      },
    )

    test(
      'declares 31 days, and an hour more for the refresh token',
      proves('card-authorization.token.declared-lifetimes'),
      async ({ app, card, otp }) => {
        const controlFlowId = await enrol(app, card)
        const reply = positiveControl(await activateCard(app, { controlFlowId, otp, scope }))
        const body = reply.json as Record<string, unknown>
        const days31 = 31 * 24 * 60 * 60
        expect(reply).toShow({
          at: '/expires_in and /refresh_token_expires_in',
          expected: `${days31} and ${days31 + 3600}`,
          actual: `${String(body['expires_in'])} and ${String(body['refresh_token_expires_in'])}`,
        })
      },
    )

    test(
      'of a second card needs an enrolment of its own',
      proves('card-authorization.token.second-card'),
      async ({ app, card, secondCard, otp }) => {
        const first = await grantCard({ app, card, otp, scope })
        const reply = await activateCard(app, { controlFlowId: await enrol(app, secondCard), otp, scope })
        expect(reply).toSucceed()
        expect(reply).toShow({
          at: '/cardId',
          expected: 'another card',
          actual:
            (reply.json as { cardId?: unknown }).cardId === first.told['cardId']
              ? 'the same card'
              : 'another card',
        })
      },
    )
  })
})
