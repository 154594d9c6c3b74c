import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { byProduct, isApiResource, operationsIn, unprovokedStatuses } from '../../src/testing/operations.ts'
import { provesFor } from '../../src/testing/proves.ts'
import { inEveryMarket } from '../../src/testing/passes.ts'

inEveryMarket((market) => {
  const resources = operationsIn(market, isApiResource)

  /** What no call provokes is decided by the control plane; the checks judge headers and body. */
  for (const { product, operations } of byProduct(
    resources.filter((operation) => unprovokedStatuses(operation).length > 0),
  )) {
    test(
      `${product}: every documented status is answered in its shape`,
      provesFor('shape.status.documented', { product }),
      async ({ caller, answers, each }) => {
        await each(operations, async (operation) => {
          await caller.control(operation)
          for (const status of unprovokedStatuses(operation)) {
            const call = await caller.prepare(operation)
            await answers.answerNext(operation.id, status)
            const reply = await caller.send(call)
            expect(reply).toShow({
              at: 'status',
              expected: String(status),
              actual: String(reply.status),
            })
          }
        })
      },
    )
  }
})
