import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { byProduct, isPaged, isResource, operationsIn } from '../../src/testing/operations.ts'
import { repeatedItems, walkPages } from '../../src/testing/paging.ts'
import { provesFor } from '../../src/testing/proves.ts'
import { inEveryMarket } from '../../src/testing/passes.ts'

inEveryMarket((market) => {
  const paged = operationsIn(market, (operation) => isResource(operation) && isPaged(operation))

  for (const { product, operations } of byProduct(paged)) {
    test(
      `${product}: every paged list ends and repeats nothing`,
      provesFor('shape.paging.complete', { product }),
      async ({ caller, each }) => {
        await each(operations, async (operation) => {
          const walk = await walkPages(caller, operation)
          expect(walk.last).toShow({
            at: '/nextStartIndex',
            expected: 'ended, 0 items repeated',
            actual: `${walk.ended ? 'ended' : 'never ended'}, ${repeatedItems(walk)} items repeated`,
          })
        })
      },
    )
  }
})
