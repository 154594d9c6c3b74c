import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { notObserved } from '../../src/testing/not-observed.ts'
import { proves } from '../../src/testing/proves.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

inMarketsOffering('authorize', () => {
  test.describe('authorization code', () => {
    test(
      'is redeemed a second before its 120',
      proves('expiry.code.120s'),
      async ({ app, customer, scope, clock }) => {
        const { callback } = await customer.authorize(app, scope)
        await clock.advance({ seconds: 119 })
        expect(await app.redeem(callback?.get('code') ?? notObserved('unclear: no code'))).toSucceed()
      },
    )

    test(
      'is refused a second after its 120',
      proves('expiry.code.120s'),
      async ({ app, customer, scope, clock }) => {
        const { callback } = await customer.authorize(app, scope)
        await clock.advance({ seconds: 121 })
        expect(await app.redeem(callback?.get('code') ?? notObserved('unclear: no code'))).toFailWith(
          400,
          'invalid_grant',
        )
      },
    )
  })
})
