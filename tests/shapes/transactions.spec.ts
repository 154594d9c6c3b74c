import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { notObserved, positiveControl } from '../../src/testing/not-observed.ts'
import { nameOf, operationOf, operationsIn } from '../../src/testing/operations.ts'
import { provesFor } from '../../src/testing/proves.ts'
import { walkTransactions } from '../../src/testing/transactions.ts'
import {
  accountsWithTransactions,
  strangersIn,
  usTransactions,
  yearBefore,
} from '../../src/testing/us-accounts.ts'
import { inEveryMarket } from '../../src/testing/passes.ts'

inEveryMarket((market) => {
  for (const operation of operationsIn(market, ({ id }) => id === 'listTransactions')) {
    test.describe(nameOf(operation), () => {
      test(
        'paging yields every transaction once and ends',
        provesFor('accounts.transactions.paging-complete', operation),
        async ({ caller }) => {
          const small = await walkTransactions(caller, operation, { requestSize: '7' })
          const large = await walkTransactions(caller, operation, { requestSize: '50' })
          const facts = (walk: typeof small) =>
            `${new Set(walk.references).size} different of ${walk.references.length}, ${walk.ended ? 'ended' : 'never ended'}`
          expect({
            at: '/nextStartIndex',
            expected: `${large.references.length} different of ${large.references.length}, ended`,
            actual: facts(small),
          }).toHold()
        },
      )

      test(
        'a date filter returns that range only',
        provesFor('accounts.transactions.date-filter', operation),
        async ({ caller }) => {
          const all = await walkTransactions(caller, operation, { requestSize: '50' })
          const days = [...new Set(all.dates)].sort()
          const [from, to] = [days[Math.floor(days.length / 3)], days[Math.floor((days.length * 2) / 3)]]
          if (from === undefined || to === undefined || from === to)
            notObserved('the account has too few transactions to filter')
          const within = await walkTransactions(caller, operation, {
            requestSize: '50',
            transactionFromDate: from,
            transactionToDate: to,
          })
          const expected = all.dates.filter((day) => day >= from && day <= to).length
          const actual = within.dates.filter((day) => day >= from && day <= to).length
          expect({
            at: '/transactions',
            expected: `${expected} inside, 0 outside`,
            actual: `${actual} inside, ${within.dates.length - actual} outside`,
          }).toHold()
        },
      )

      test(
        'an invalid page is refused',
        provesFor('accounts.transactions.paging-invalid', operation),
        async ({ caller }) => {
          await caller.control(operation)
          expect(await caller.call(operation, { parameters: { nextStartIndex: 'not-a-page' } })).toBeRefused(
            400,
          )
        },
      )
    })
  }

  for (const operation of operationsIn(
    market,
    ({ id }) => id === 'listTransactions' || id === 'listUsTransactions',
  )) {
    test(
      `${nameOf(operation)} refuses a range that ends before it starts`,
      provesFor('accounts.transactions.date-order', operation),
      async ({ caller }) => {
        await caller.control(operation)
        const parameters = { transactionFromDate: '2026-02-20', transactionToDate: '2026-02-10' }
        expect(await caller.call(operation, { parameters })).toBeRefused(400)
      },
    )
  }

  for (const operation of operationsIn(market, ({ id }) => usTransactions.has(id))) {
    test(
      `${nameOf(operation)} names the account in every transaction`,
      provesFor('accounts.transactions.own', operation),
      async ({ caller }) => {
        const details = positiveControl(
          await caller.call(operationOf(usTransactions.get(operation.id) ?? '')),
        )
        for (const accountId of accountsWithTransactions(details.json)) {
          const reply = positiveControl(
            await caller.call(operation, { parameters: { accountId, ...yearBefore(details) } }),
          )
          expect(reply).toShow({
            at: '/',
            expected: 'no other account',
            actual: strangersIn(reply.json, accountId).join() || 'no other account',
          })
        }
      },
    )
  }
})
