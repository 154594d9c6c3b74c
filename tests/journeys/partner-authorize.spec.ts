import { randomUUID } from 'node:crypto'
import { test } from '../../src/testing/fixtures.ts'
import { errorCodeOf, expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { operationOf } from '../../src/testing/operations.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves, provesFor } from '../../src/testing/proves.ts'
import { grantTokens } from '../../src/testing/token-broker.ts'

inMarketsOffering('authorizePartner', () => {
  test.describe('login page of the partner generation', () => {
    test(
      'an unknown application stays at the bank',
      proves('authorize.client.unknown'),
      async ({ app, customer, scope }) => {
        const request = { client_id: randomUUID() }
        expect(await customer.authorize(app.atPartner(), scope, { request })).toStayAtTheBank()
      },
    )

    test(
      'an address that is not registered stays at the bank',
      proves('authorize.redirect.unregistered-not-followed'),
      async ({ app, customer, scope }) => {
        const request = { redirect_uri: 'https://elsewhere.example/callback' }
        expect(await customer.authorize(app.atPartner(), scope, { request })).toStayAtTheBank()
      },
    )

    test(
      'an unknown scope is sent back as invalid_scope',
      proves('authorize.scope.invalid'),
      async ({ app, customer }) => {
        expect(await customer.authorize(app.atPartner(), 'everything_and_more')).toCallBackWith({
          error: 'invalid_scope',
        })
      },
    )

    test(
      'what no call provokes is answered in its documented shape',
      provesFor('shape.status.documented', operationOf('authorizePartner')),
      async ({ app, answers, scope }) => {
        const path = app.atPartner().authorizePath(scope)
        for (const status of [403, 404, 429, 500]) {
          await answers.answerNext('authorizePartner', status)
          const reply = await app.client.send({ method: 'GET', path, headers: { accept: 'text/html' } })
          expect(reply).toShow({ at: 'status', expected: String(status), actual: String(reply.status) })
        }
      },
    )
  })

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
