import { readTokenPair } from '../../src/oauth/application.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { operationsMissingIn, isResource, nameOf, operationsIn } from '../../src/testing/operations.ts'
import { provesFor } from '../../src/testing/proves.ts'
import { grantTokens } from '../../src/testing/token-broker.ts'
import { inEveryMarket } from '../../src/testing/passes.ts'

inEveryMarket((market) => {
  /** Who may call: derived for every resource operation of every market. */
  for (const operation of operationsIn(market, isResource)) {
    test.describe(nameOf(operation), () => {
      test('without a token is refused', provesFor('bearer.missing.401', operation), async ({ caller }) => {
        await caller.control(operation)
        expect(await caller.call(operation, { headers: { Authorization: undefined } })).toBeRefused(401)
      })

      test('with an unknown token is refused', provesFor('bearer.unknown', operation), async ({ caller }) => {
        await caller.control(operation)
        expect(await caller.call(operation, { accessToken: 'U'.repeat(43) })).toBeRefused(401)
      })
    })
  }

  for (const operation of operationsIn(market, ({ grant }) => grant === 'authorization_code')) {
    test.describe(nameOf(operation), () => {
      test(
        'with the client_id of another application is refused',
        provesFor('bearer.foreign-client', operation),
        async ({ caller, otherApp }) => {
          await caller.control(operation)
          expect(await caller.call(operation, { headers: { client_id: otherApp.clientId } })).toBeRefused(401)
        },
      )

      test(
        'with a two-legged token is refused',
        provesFor('bearer.wrong-grant', operation),
        async ({ caller, app }) => {
          await caller.control(operation)
          const { accessToken = '' } = readTokenPair(positiveControl(await app.fetchToken())) ?? {}
          expect(await caller.call(operation, { accessToken })).toFailWith(403, 'accessNotConfigured')
        },
      )

      test(
        'with the token of another scope is refused',
        provesFor('bearer.scope', operation),
        async ({ caller, app, customer, scope }) => {
          await caller.control(operation)
          const others = scope
            .split(' ')
            .filter((word) => !operation.scopes.includes(word))
            .join(' ')
          const { accessToken } = await grantTokens(app, customer, others === '' ? '/api' : others)
          expect(await caller.call(operation, { accessToken })).toFailWith(403, 'accessNotConfigured')
        },
      )

      test(
        'with an expired token is refused',
        provesFor('bearer.expired', operation),
        async ({ caller, app, customer, clock }) => {
          const { accessToken } = await grantTokens(app, customer)
          positiveControl(await caller.call(operation, { accessToken }))
          await clock.advance({ minutes: 31 })
          expect(await caller.call(operation, { accessToken })).toBeRefused(401)
        },
      )

      test(
        'with a revoked token is refused',
        provesFor('bearer.revoked', operation),
        async ({ caller, app, customer }) => {
          const { accessToken } = await grantTokens(app, customer)
          positiveControl(await caller.call(operation, { accessToken }))
          positiveControl(await app.revoke(accessToken, 'access_token'))
          expect(await caller.call(operation, { accessToken })).toBeRefused(401)
        },
      )
    })
  }

  for (const operation of operationsMissingIn(market)) {
    test(
      `${nameOf(operation)} is not offered`,
      provesFor('access.market.not-offered', operation),
      async ({ caller }) => {
        expect(await caller.call(operation)).toFailWith(403, 'accessNotConfigured')
      },
    )
  }
})
