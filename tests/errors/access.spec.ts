import { readTokenPair } from '../../src/oauth/application.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { gaps, isResource, nameOf, offers } from '../../src/testing/operations.ts'
import { provesFor } from '../../src/testing/proves.ts'
import { grantTokens } from '../../src/testing/token-broker.ts'

/** Who may call: derived for every resource operation of every market. */
for (const { market, operation } of offers(isResource)) {
  test.describe(`${market.id}: ${nameOf(operation)}`, () => {
    test(
      'without a token is refused',
      provesFor('bearer.missing.401', operation, market.id),
      async ({ caller }) => {
        positiveControl(await caller.call(operation))
        expect(await caller.call(operation, { headers: { Authorization: undefined } })).toBeRefused(401)
      },
    )

    test(
      'with an unknown token is refused',
      provesFor('bearer.unknown', operation, market.id),
      async ({ caller }) => {
        positiveControl(await caller.call(operation))
        expect(await caller.call(operation, { accessToken: 'U'.repeat(43) })).toBeRefused(401)
      },
    )
  })
}

for (const { market, operation } of offers(({ grant }) => grant === 'authorization_code')) {
  test.describe(`${market.id}: ${nameOf(operation)}`, () => {
    test(
      'with the client_id of another application is refused',
      provesFor('bearer.foreign-client', operation, market.id),
      async ({ caller, otherApp }) => {
        positiveControl(await caller.call(operation))
        expect(await caller.call(operation, { headers: { client_id: otherApp.clientId } })).toBeRefused(401)
      },
    )

    test(
      'with a two-legged token is refused',
      provesFor('bearer.wrong-grant', operation, market.id),
      async ({ caller, app }) => {
        positiveControl(await caller.call(operation))
        const { accessToken = '' } = readTokenPair(positiveControl(await app.fetchToken())) ?? {}
        expect(await caller.call(operation, { accessToken })).toFailWith(403, 'accessNotConfigured')
      },
    )

    test(
      'with the token of another scope is refused',
      provesFor('bearer.scope', operation, market.id),
      async ({ caller, app, customer, scope }) => {
        positiveControl(await caller.call(operation))
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
      provesFor('bearer.expired', operation, market.id),
      async ({ caller, app, customer, clock }) => {
        const { accessToken } = await grantTokens(app, customer)
        positiveControl(await caller.call(operation, { accessToken }))
        await clock.advance({ minutes: 31 })
        expect(await caller.call(operation, { accessToken })).toBeRefused(401)
      },
    )

    test(
      'with a revoked token is refused',
      provesFor('bearer.revoked', operation, market.id),
      async ({ caller, app, customer }) => {
        const { accessToken } = await grantTokens(app, customer)
        positiveControl(await caller.call(operation, { accessToken }))
        positiveControl(await app.revoke(accessToken, 'access_token'))
        expect(await caller.call(operation, { accessToken })).toBeRefused(401)
      },
    )
  })
}

for (const { market, operation } of gaps()) {
  test(
    `${market.id}: ${nameOf(operation)} is not offered`,
    provesFor('access.market.not-offered', operation, market.id),
    async ({ caller }) => {
      expect(await caller.call(operation)).toFailWith(403, 'accessNotConfigured')
    },
  )
}
