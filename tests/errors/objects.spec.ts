import type { Operation } from '../../src/contract/types.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { notObserved } from '../../src/testing/not-observed.ts'
import {
  byProduct,
  isResource,
  objectOf,
  operationsIn,
  statusOfUnknown,
} from '../../src/testing/operations.ts'
import { provesFor } from '../../src/testing/proves.ts'
import { inEveryMarket } from '../../src/testing/passes.ts'

const unknownId = 'f'.repeat(40)
const namesObject = (operation: Operation) => isResource(operation) && objectOf(operation) !== undefined
const namesOwnObject = (operation: Operation) =>
  isResource(operation) && objectOf(operation)?.shared === false

inEveryMarket((market) => {
  /** Objects that a path names: derived for every operation with an id in its path. */
  for (const { product, operations } of byProduct(operationsIn(market, namesObject))) {
    test(
      `${product}: an unknown object is not found`,
      provesFor('access.object.unknown', { product }),
      async ({ caller, each }) => {
        await each(operations, async (operation) => {
          await caller.control(operation)
          const { name } = objectOf(operation)!
          const reply = await caller.call(operation, { parameters: { [name]: unknownId } })
          expect(reply).toBeRefused(statusOfUnknown(operation, name))
        })
      },
    )
  }

  for (const { product, operations } of byProduct(operationsIn(market, namesOwnObject))) {
    test.describe(product, () => {
      test(
        'an object of somebody else is refused',
        provesFor('access.object.foreign', { product }),
        async ({ caller, strangerTo, each }) => {
          await each(operations, async (operation) => {
            await caller.control(operation)
            const { name } = objectOf(operation)!
            const foreign =
              (await strangerTo(operation).idFor(name, operation)) ??
              notObserved(`the target gave no ${name} of somebody else`)
            expect(await caller.call(operation, { parameters: { [name]: foreign } })).toBeRefused(
              400,
              403,
              404,
            )
          })
        },
      )

      test(
        'a foreign and a missing object are not told apart',
        provesFor('access.object.indistinct', { product }),
        async ({ caller, strangerTo, each }) => {
          await each(operations, async (operation) => {
            const { name } = objectOf(operation)!
            const foreign =
              (await strangerTo(operation).idFor(name, operation)) ??
              notObserved(`the target gave no ${name} of somebody else`)
            const missing = await caller.call(operation, { parameters: { [name]: unknownId } })
            const refused = await caller.call(operation, { parameters: { [name]: foreign } })
            expect(refused).toShow({
              at: 'status and body',
              expected: `${missing.status} ${missing.body}`,
              actual: `${refused.status} ${refused.body}`,
            })
          })
        },
      )
    })
  }
})
