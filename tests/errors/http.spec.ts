import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { headerOf } from '../../src/http/exchange.ts'
import {
  isResource,
  nameOf,
  operationsIn,
  takesJson,
  readingOperation,
} from '../../src/testing/operations.ts'
import { proves, provesFor } from '../../src/testing/proves.ts'
import { inEveryMarket } from '../../src/testing/passes.ts'

inEveryMarket((market) => {
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

  for (const operation of operationsIn(market, isResource)) {
    test.describe(nameOf(operation), () => {
      test(
        'a method that is not offered gives 405 with Allow',
        provesFor('http.method.not-allowed', operation),
        async ({ caller }) => {
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
        },
      )

      test(
        'an Accept that cannot be met is refused',
        provesFor('http.accept.unsupported', operation),
        async ({ caller }) => {
          await caller.control(operation)
          const reply = await caller.call(operation, { headers: { Accept: 'application/x-unknown' } })
          expect(reply).toBeRefused(400, 406)
        },
      )
    })
  }

  for (const operation of operationsIn(
    market,
    (candidate) => isResource(candidate) && takesJson(candidate),
  )) {
    test.describe(nameOf(operation), () => {
      test(
        'a body of the wrong media type is refused',
        provesFor('http.body.unsupported-type', operation),
        async ({ caller }) => {
          await caller.control(operation)
          expect(
            await caller.call(operation, {
              rawBody: '<body/>',
              headers: { 'content-type': 'application/xml' },
            }),
          ).toBeRefused(400, 415)
        },
      )

      test('a malformed body is refused', provesFor('http.body.malformed', operation), async ({ caller }) => {
        await caller.control(operation)
        expect(await caller.call(operation, { rawBody: '{"broken": ' })).toBeRefused(400)
      })

      test(
        'a body that is far too large is refused',
        provesFor('http.body.too-large', operation),
        async ({ caller }) => {
          await caller.control(operation)
          expect(
            await caller.call(operation, { rawBody: JSON.stringify({ padding: 'x'.repeat(2_000_000) }) }),
          ).toBeRefused(400, 413)
        },
      )
    })
  }
})
