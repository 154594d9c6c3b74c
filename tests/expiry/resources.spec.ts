import type { Operation } from '../../src/contract/types.ts'
import type { Call } from '../../src/http/client.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { isApiResource, operationsIn } from '../../src/testing/operations.ts'
import { proves } from '../../src/testing/proves.ts'
import { inEveryMarket } from '../../src/testing/passes.ts'

/** Tokens of cards live 31 days; their deadline is a question of its own. */
const isShortLived = (operation: Operation) => isApiResource(operation) && operation.grant !== 'card'

inEveryMarket((market) => {
  test(
    'an expired token opens no resource',
    proves('bearer.expired'),
    async ({ caller, client, clock, each }) => {
      const calls = new Map<Operation, Call>()
      await each(operationsIn(market, isShortLived), async (operation) => {
        positiveControl(await caller.call(operation))
        calls.set(operation, await caller.prepare(operation))
      })
      await clock.advance({ minutes: 31 })
      await each([...calls.keys()], async (operation) => {
        expect(await client.send(calls.get(operation)!)).toBeRefused(401)
      })
    },
  )
})
