import { test } from '../../src/testing/fixtures.ts'
import { errorCodeOf, expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'
import { grantTokens } from '../../src/testing/token-broker.ts'

inMarketsOffering('authorizePartner', () => {
  test.describe('partner generation', () => {
    test(
      'login and consent at the partner address end with tokens',
      proves('partner.flow.tokens'),
      async ({ app, customer, scope }) => {
        const partner = app.atPartner()
        const { callback } = await customer.authorize(partner, scope)
        expect(await partner.redeem(callback?.get('code') ?? 'no code')).toSucceed()
      },
    )

    test(
      'a pair from the older address is renewed at the partner address',
      proves('partner.flow.shared'),
      async ({ app, customer }) => {
        const { refreshToken } = await grantTokens(app, customer)
        expect(await app.atPartner().refresh(refreshToken)).toSucceed()
      },
    )

    test(
      'a code redeemed at the older address is dead at the partner address',
      proves('partner.code.once'),
      async ({ app, customer, scope }) => {
        const { callback } = await customer.authorize(app, scope)
        const code = callback?.get('code') ?? 'no code'
        positiveControl(await app.redeem(code))
        expect(await app.atPartner().redeem(code)).toBeRefused(400, 422)
      },
    )

    test(
      'an unknown code is refused with a code of the error model',
      proves('partner.error.model'),
      async ({ app }) => {
        const reply = await app.atPartner().redeem('a-code-that-nobody-gave')
        const isKnown = ['businessValidationsFailed', 'invalidRequest'].includes(errorCodeOf(reply) ?? '')
        expect(reply).toShow({
          at: '/code',
          expected: 'businessValidationsFailed or invalidRequest',
          actual: isKnown ? 'businessValidationsFailed or invalidRequest' : String(errorCodeOf(reply)),
        })
      },
    )
  })
})
