import type { Operation } from '../../src/contract/types.ts'
import { readTokenPair } from '../../src/oauth/application.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { byProduct, isResource, operationsIn, operationsMissingIn } from '../../src/testing/operations.ts'
import { provesFor } from '../../src/testing/proves.ts'
import { grantTokens } from '../../src/testing/token-broker.ts'
import { inEveryMarket } from '../../src/testing/passes.ts'

const isCustomers = ({ grant }: Operation) => grant === 'authorization_code'
const needsScope = (operation: Operation) =>
  isCustomers(operation) && operation.scopes.some((scope) => scope !== '/api')
const namesClient = (operation: Operation) =>
  isResource(operation) && operation.parameters.some(({ name }) => name === 'client_id')

/** The scopes of a list that an operation does not need. */
function scopesBeside({ scopes }: Operation, scope: string): string {
  const others = scope.split(' ').filter((word) => !scopes.includes(word))
  return others.length === 0 ? '/api' : others.join(' ')
}

inEveryMarket((market) => {
  /** Who may call: derived for every resource operation of every market. */
  for (const { product, operations } of byProduct(operationsIn(market, isResource))) {
    test.describe(product, () => {
      test(
        'a call without a token is refused',
        provesFor('bearer.missing.401', { product }),
        async ({ caller, each }) => {
          await each(operations, async (operation) => {
            await caller.control(operation)
            expect(await caller.call(operation, { headers: { Authorization: undefined } })).toBeRefused(401)
          })
        },
      )

      test(
        'a call with an unknown token is refused',
        provesFor('bearer.unknown', { product }),
        async ({ caller, each }) => {
          await each(operations, async (operation) => {
            await caller.control(operation)
            expect(await caller.call(operation, { accessToken: 'U'.repeat(43) })).toBeRefused(401)
          })
        },
      )
    })
  }

  for (const { product, operations } of byProduct(operationsIn(market, namesClient))) {
    test(
      `${product}: a call with the client_id of another application is refused`,
      provesFor('bearer.foreign-client', { product }),
      async ({ caller, otherApp, each }) => {
        await each(operations, async (operation) => {
          await caller.control(operation)
          expect(await caller.call(operation, { headers: { client_id: otherApp.clientId } })).toBeRefused(401)
        })
      },
    )
  }

  for (const { product, operations } of byProduct(operationsIn(market, needsScope))) {
    test(
      `${product}: a call with the token of another scope is refused`,
      provesFor('bearer.scope', { product }),
      async ({ caller, app, customer, scope, each }) => {
        const tokens = new Map<string, string>()
        await each(operations, async (operation) => {
          await caller.control(operation)
          const others = scopesBeside(operation, scope)
          const accessToken = tokens.get(others) ?? (await grantTokens(app, customer, others)).accessToken
          tokens.set(others, accessToken)
          expect(await caller.call(operation, { accessToken })).toFailWith(403, 'accessNotConfigured')
        })
      },
    )
  }

  for (const { product, operations } of byProduct(operationsIn(market, isCustomers))) {
    test.describe(product, () => {
      test(
        'a call with a two-legged token is refused',
        provesFor('bearer.wrong-grant', { product }),
        async ({ caller, app, each }) => {
          const { accessToken = '' } = readTokenPair(positiveControl(await app.fetchToken())) ?? {}
          await each(operations, async (operation) => {
            await caller.control(operation)
            expect(await caller.call(operation, { accessToken })).toFailWith(403, 'accessNotConfigured')
          })
        },
      )

      test(
        'a call with a revoked token is refused',
        provesFor('bearer.revoked', { product }),
        async ({ caller, app, customer, each }) => {
          const { accessToken } = await grantTokens(app, customer)
          await each(operations, async (operation) => {
            positiveControl(await caller.call(operation, { accessToken }))
          })
          positiveControl(await app.revoke(accessToken, 'access_token'))
          await each(operations, async (operation) => {
            expect(await caller.call(operation, { accessToken })).toBeRefused(401)
          })
        },
      )
    })
  }

  for (const { product, operations } of byProduct(operationsMissingIn(market))) {
    test(
      `${product}: what the market does not offer is refused`,
      provesFor('access.market.not-offered', { product }),
      async ({ caller, each }) => {
        await each(operations, async (operation) => {
          expect(await caller.call(operation, { told: {} })).toFailWith(403, 'accessNotConfigured')
        })
      },
    )
  }
})
