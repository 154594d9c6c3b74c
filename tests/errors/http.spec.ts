import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { headerOf } from '../../src/http/exchange.ts'
import { isResource, nameOf, offers, takesJson, readingOperation } from '../../src/testing/operations.ts'
import { proves, provesFor } from '../../src/testing/proves.ts'

test.describe('HTTP', () => {
  test(
    'an address that does not exist gives 404',
    proves('http.path.unknown'),
    async ({ caller, market, client }) => {
      const { headers = {} } = await caller.prepare(readingOperation(market))
      positiveControl(await caller.call(readingOperation(market)))
      expect(await client.send({ method: 'GET', path: '/v1/no/such/resource', headers })).toBeRefused(404)
    },
  )

  test('TRACE is not served', proves('http.method.trace-off'), async ({ caller, market }) => {
    positiveControl(await caller.call(readingOperation(market)))
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

for (const { market, operation } of offers(isResource)) {
  test.describe(`${market.id}: ${nameOf(operation)}`, () => {
    test(
      'a method that is not offered gives 405 with Allow',
      provesFor('http.method.not-allowed', operation, market.id),
      async ({ caller }) => {
        positiveControl(await caller.call(operation))
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
      provesFor('http.accept.unsupported', operation, market.id),
      async ({ caller }) => {
        positiveControl(await caller.call(operation))
        const reply = await caller.call(operation, { headers: { Accept: 'application/x-unknown' } })
        expect(reply).toBeRefused(400, 406)
      },
    )
  })
}

for (const { market, operation } of offers((candidate) => isResource(candidate) && takesJson(candidate))) {
  test.describe(`${market.id}: ${nameOf(operation)}`, () => {
    test(
      'a body of the wrong media type is refused',
      provesFor('http.body.unsupported-type', operation, market.id),
      async ({ caller }) => {
        positiveControl(await caller.call(operation))
        expect(
          await caller.call(operation, {
            rawBody: '<body/>',
            headers: { 'content-type': 'application/xml' },
          }),
        ).toBeRefused(400, 415)
      },
    )

    test(
      'a malformed body is refused',
      provesFor('http.body.malformed', operation, market.id),
      async ({ caller }) => {
        positiveControl(await caller.call(operation))
        expect(await caller.call(operation, { rawBody: '{"broken": ' })).toBeRefused(400)
      },
    )

    test(
      'a body that is far too large is refused',
      provesFor('http.body.too-large', operation, market.id),
      async ({ caller }) => {
        positiveControl(await caller.call(operation))
        expect(
          await caller.call(operation, { rawBody: JSON.stringify({ padding: 'x'.repeat(2_000_000) }) }),
        ).toBeRefused(400, 413)
      },
    )
  })
}
