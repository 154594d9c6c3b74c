import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { byProduct, operationsIn, unprovokedStatuses } from '../../src/testing/operations.ts'
import { inEveryMarket } from '../../src/testing/passes.ts'
import { provesFor } from '../../src/testing/proves.ts'
import { buildTokenCall, isTokenCall, otherwise } from '../../src/testing/token-calls.ts'

inEveryMarket((market) => {
  /** What every call refuses that authenticates an application: derived for each of them. */
  for (const { product, operations } of byProduct(operationsIn(market, isTokenCall))) {
    test.describe(`token calls of ${product}`, () => {
      test(
        'without credentials they are refused',
        provesFor('token.client-auth.required', { product }),
        async ({ app, each }) => {
          await each(operations, async (operation) => {
            await otherwise(app, operation, 401)
            const mistake = { headers: { authorization: undefined } }
            expect(await app.client.send(buildTokenCall(app, operation, mistake))).toBeRefused(401)
          })
        },
      )

      test(
        'an Accept that cannot be met is refused',
        provesFor('http.accept.unsupported', { product }),
        async ({ app, each }) => {
          await each(operations, async (operation) => {
            await otherwise(app, operation, 406)
            const mistake = { headers: { accept: 'application/x-unknown' } }
            expect(await app.client.send(buildTokenCall(app, operation, mistake))).toBeRefused(400, 406)
          })
        },
      )

      test(
        'a body of the wrong media type is refused',
        provesFor('http.body.unsupported-type', { product }),
        async ({ app, each }) => {
          await each(operations, async (operation) => {
            await otherwise(app, operation, 415)
            const mistake = { headers: { 'content-type': 'application/xml' }, body: '<body/>' }
            expect(await app.client.send(buildTokenCall(app, operation, mistake))).toBeRefused(400, 415)
          })
        },
      )

      test(
        'a body that is far too large is refused',
        provesFor('http.body.too-large', { product }),
        async ({ app, each }) => {
          await each(operations, async (operation) => {
            await otherwise(app, operation, 413)
            const mistake = { body: `padding=${'x'.repeat(2_000_000)}` }
            expect(await app.client.send(buildTokenCall(app, operation, mistake))).toBeRefused(400, 413)
          })
        },
      )

      test(
        'what no call provokes is answered in its documented shape',
        provesFor('shape.status.documented', { product }),
        async ({ app, answers, each }) => {
          await each(operations, async (operation) => {
            for (const status of [...unprovokedStatuses(operation), 500]) {
              await answers.answerNext(operation.id, status)
              const reply = await app.client.send(buildTokenCall(app, operation))
              expect(reply).toShow({
                at: 'status',
                expected: String(status),
                actual: String(reply.status),
              })
            }
          })
        },
      )
    })
  }
})
