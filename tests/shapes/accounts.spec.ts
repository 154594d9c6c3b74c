import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { listedAccounts } from '../../src/testing/accounts.ts'
import { offers, operationOf } from '../../src/testing/operations.ts'
import { provesFor } from '../../src/testing/proves.ts'

for (const { market, operation } of offers(({ id }) => id === 'listAccounts')) {
  test(
    `${market.id}: every listed account opens with the same currency and balance`,
    provesFor('accounts.list.details-agree', operation, market.id),
    async ({ caller }) => {
      const accounts = listedAccounts(positiveControl(await caller.call(operation)).json)
      for (const account of accounts) {
        const details = positiveControl(
          await caller.call(operationOf('getAccount'), { parameters: { accountId: account.accountId } }),
        )
        expect(details).toShow({
          at: '/',
          expected: account.facts,
          actual: listedAccounts(details.json)[0]?.facts ?? 'no account',
        })
      }
    },
  )

  test(
    `${market.id}: accounts are kept in the currency of the market`,
    provesFor('accounts.currency.fits-market', operation, market.id),
    async ({ caller }) => {
      const accounts = listedAccounts(positiveControl(await caller.call(operation)).json)
      const local = accounts.filter(({ currencyCode }) => currencyCode === market.currency).length
      expect({
        at: '/accountGroupSummary',
        expected: `most of ${accounts.length} in ${market.currency}`,
        actual:
          local * 2 > accounts.length
            ? `most of ${accounts.length} in ${market.currency}`
            : `${local} of ${accounts.length}`,
      }).toHold()
    },
  )
}
