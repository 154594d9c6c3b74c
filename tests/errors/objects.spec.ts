import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { notObserved } from '../../src/testing/not-observed.ts'
import { documentsStatus, isResource, nameOf, operationsIn } from '../../src/testing/operations.ts'
import { provesFor } from '../../src/testing/proves.ts'
import { inEveryMarket } from '../../src/testing/passes.ts'

inEveryMarket((market) => {
  /** Objects that a path names: derived for every operation with an id in its path. */
  for (const operation of operationsIn(
    market,
    (candidate) => isResource(candidate) && candidate.path.includes('{'),
  )) {
    const name = /\{([^}]+)\}/.exec(operation.path)?.[1] ?? ''

    test.describe(nameOf(operation), () => {
      test(
        `an unknown ${name} is not found`,
        provesFor('access.object.unknown', operation),
        async ({ caller }) => {
          await caller.control(operation)
          expect(
            await caller.call(operation, {
              parameters: { [name]: 'ffffffffffffffffffffffffffffffffffffffff' },
            }),
          ).toBeRefused(documentsStatus(operation, 404) ? 404 : 400)
        },
      )

      test(
        `the ${name} of another customer is refused`,
        provesFor('access.object.foreign', operation),
        async ({ caller, otherCaller }) => {
          await caller.control(operation)
          const foreign =
            (await otherCaller.idOf(name, operation)) ??
            notObserved(`the target gave no ${name} of another customer`)
          expect(await caller.call(operation, { parameters: { [name]: foreign } })).toBeRefused(400, 403, 404)
        },
      )

      test(
        `a foreign and a missing ${name} are not told apart`,
        provesFor('access.object.indistinct', operation),
        async ({ caller, otherCaller }) => {
          const foreign =
            (await otherCaller.idOf(name, operation)) ??
            notObserved(`the target gave no ${name} of another customer`)
          const missing = await caller.call(operation, {
            parameters: { [name]: 'ffffffffffffffffffffffffffffffffffffffff' },
          })
          const refused = await caller.call(operation, { parameters: { [name]: foreign } })
          expect(refused).toShow({
            at: 'status and body',
            expected: `${missing.status} ${missing.body}`,
            actual: `${refused.status} ${refused.body}`,
          })
        },
      )
    })
  }
})
