import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import type { Operation } from '../../src/contract/types.ts'
import { headerOf } from '../../src/http/exchange.ts'
import {
  byProduct,
  isResource,
  operationsIn,
  takesJson,
  readingOperation,
} from '../../src/testing/operations.ts'
import { proves, provesFor } from '../../src/testing/proves.ts'
import { inEveryMarket, inMarketsOffering } from '../../src/testing/passes.ts'

const takesJsonBody = (operation: Operation) => isResource(operation) && takesJson(operation)

inMarketsOffering('authorize', (market) => {
  test.describe('HTTP', () => {
    test(
      'an address that does not exist gives 404',
      proves('http.path.unknown'),
      async ({ caller, market, client }) => {
        const { headers = {} } = await caller.prepare(readingOperation(market))
        await caller.control(readingOperation(market))
        expect(await client.send({ method: 'GET', path: '/v1/no/such/resource', headers })).toBeRefused(404)
      },
    )

    test(
      'a foreign origin is not let in with credentials',
      proves('http.cors.closed'),
      async ({ caller }) => {
        const resource = readingOperation(market)
        await caller.control(resource)
        const reply = await caller.call(resource, { headers: { Origin: 'https://evil.example' } })
        const origin = headerOf(reply.headers, 'access-control-allow-origin')
        const isOpen =
          headerOf(reply.headers, 'access-control-allow-credentials') === 'true' && origin !== undefined
        const actual = isOpen ? `open to ${origin}` : 'closed'
        expect(reply).toShow({ at: 'header Access-Control-Allow-Origin', expected: 'closed', actual })
      },
    )

    test('TRACE is not served', proves('http.method.trace-off'), async ({ caller, market }) => {
      await caller.control(readingOperation(market))
      expect(await caller.call(readingOperation(market), { method: 'TRACE' })).toBeRefused(
        400,
        403,
        404,
        405,
        501,
      )
    })

    test('reading twice gives the same answer', proves('http.get.safe'), async ({ caller, market }) => {
      const first = positiveControl(await caller.call(readingOperation(market)))
      const second = positiveControl(await caller.call(readingOperation(market)))
      expect(second).toShow({
        at: 'body',
        expected: 'the same as before',
        actual: first.body === second.body ? 'the same as before' : 'another body',
      })
    })
  })
})

inEveryMarket((market) => {
  /** What HTTP itself refuses: derived for every resource operation of every market. */
  for (const { product, operations } of byProduct(operationsIn(market, isResource))) {
    test.describe(product, () => {
      test(
        'a method that is not offered gives 405 with Allow',
        provesFor('http.method.not-allowed', { product }),
        async ({ caller, each }) => {
          await each(operations, async (operation) => {
            await caller.control(operation)
            const reply = await caller.call(operation, { method: 'PATCH' })
            expect(reply).toBeRefused(405)
            expect(reply).toShow({
              at: 'header Allow',
              expected: 'names the offered method',
              actual: headerOf(reply.headers, 'allow')?.includes(operation.method)
                ? 'names the offered method'
                : 'does not',
            })
          })
        },
      )

      test(
        'an Accept that cannot be met is refused',
        provesFor('http.accept.unsupported', { product }),
        async ({ caller, each }) => {
          await each(operations, async (operation) => {
            await caller.control(operation)
            const reply = await caller.call(operation, { headers: { Accept: 'application/x-unknown' } })
            expect(reply).toBeRefused(400, 406)
          })
        },
      )
    })
  }

  for (const { product, operations } of byProduct(operationsIn(market, takesJsonBody))) {
    test.describe(product, () => {
      test(
        'a body of the wrong media type is refused',
        provesFor('http.body.unsupported-type', { product }),
        async ({ caller, each }) => {
          await each(operations, async (operation) => {
            await caller.control(operation)
            const headers = { 'content-type': 'application/xml' }
            expect(await caller.call(operation, { rawBody: '<body/>', headers })).toBeRefused(400, 415)
          })
        },
      )

      test(
        'a malformed body is refused',
        provesFor('http.body.malformed', { product }),
        async ({ caller, each }) => {
          await each(operations, async (operation) => {
            await caller.control(operation)
            expect(await caller.call(operation, { rawBody: '{"broken": ' })).toBeRefused(400)
          })
        },
      )

      test(
        'a body that is far too large is refused',
        provesFor('http.body.too-large', { product }),
        async ({ caller, each }) => {
          const rawBody = JSON.stringify({ padding: 'x'.repeat(2_000_000) })
          await each(operations.slice(0, 1), async (operation) => {
            await caller.control(operation)
            expect(await caller.call(operation, { rawBody })).toBeRefused(400, 413)
          })
        },
      )
    })
  }
})
