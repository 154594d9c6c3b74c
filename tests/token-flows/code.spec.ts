import { readTokenPair } from '../../src/oauth/application.ts'
import type { Application } from '../../src/oauth/application.ts'
import type { Customer } from '../../src/oauth/customer.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { notObserved, positiveControl } from '../../src/testing/not-observed.ts'
import { readingOperation } from '../../src/testing/operations.ts'
import { proves } from '../../src/testing/proves.ts'
import { customerScope } from '../../src/testing/token-broker.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

async function freshCode(app: Application, customer: Customer): Promise<string> {
  const { callback } = await customer.authorize(app, customerScope(app.market.id))
  return callback?.get('code') ?? notObserved('unclear: login and consent gave no code')
}

inMarketsOffering('authorize', () => {
  test.describe('authorization code', () => {
    test('works once', proves('authorize.code.single-use'), async ({ app, customer }) => {
      const code = await freshCode(app, customer)
      positiveControl(await app.redeem(code))
      expect(await app.redeem(code)).toFailWith(400, 'invalid_grant')
    })

    test(
      'a second use ends the tokens of the first',
      proves('authorize.code.reuse-revokes'),
      async ({ app, customer, caller, market }) => {
        const code = await freshCode(app, customer)
        const accessToken = readTokenPair(positiveControl(await app.redeem(code)))?.accessToken ?? ''
        positiveControl(await caller.call(readingOperation(market), { accessToken }))
        await app.redeem(code)
        expect(await caller.call(readingOperation(market), { accessToken })).toBeRefused(401)
      },
    )

    test(
      'works only for its application',
      proves('authorize.code.bound-to-client'),
      async ({ app, otherApp, customer }) => {
        const code = await freshCode(app, customer)
        const stolen = await otherApp.redeem(code, { form: { redirect_uri: app.redirectUri } })
        expect(stolen).toFailWith(400, 'invalid_grant')
        positiveControl(await app.redeem(await freshCode(app, customer)))
      },
    )

    test(
      'works only with its redirect URI',
      proves('authorize.code.bound-to-redirect'),
      async ({ app, customer }) => {
        const code = await freshCode(app, customer)
        expect(await app.redeem(code, { form: { redirect_uri: 'https://app.example/other' } })).toFailWith(
          400,
          'invalid_grant',
        )
        positiveControl(await app.redeem(await freshCode(app, customer)))
      },
    )

    test(
      'is not redeemed without its redirect URI',
      proves('authorize.code.bound-to-redirect'),
      async ({ app, customer }) => {
        const code = await freshCode(app, customer)
        expect(await app.redeem(code, { form: { redirect_uri: undefined } })).toBeRefused(400)
        positiveControl(await app.redeem(await freshCode(app, customer)))
      },
    )

    test('an unknown one is refused', proves('authorize.code.unknown'), async ({ app, customer }) => {
      positiveControl(await app.redeem(await freshCode(app, customer)))
      expect(await app.redeem('A'.repeat(43))).toFailWith(400, 'invalid_grant')
    })

    test(
      'two exchanges at once give at most one token',
      proves('authorize.code.race'),
      async ({ app, customer }) => {
        const code = await freshCode(app, customer)
        const replies = await Promise.all([app.redeem(code), app.redeem(code), app.redeem(code)])
        const won = replies.filter(({ status }) => status === 200).length
        expect(replies[0]).toShow({
          at: 'status',
          expected: '1 of 3 exchanges succeeds',
          actual: `${won} of 3 exchanges succeeds`,
        })
      },
    )
  })
})
