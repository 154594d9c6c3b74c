import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { commonFacts, listedAccounts } from '../../src/testing/accounts.ts'
import { everyListedAccount } from '../../src/testing/own-accounts.ts'
import { operationsIn, operationOf } from '../../src/testing/operations.ts'
import { provesFor } from '../../src/testing/proves.ts'
import { inEveryMarket } from '../../src/testing/passes.ts'

inEveryMarket((market) => {
  for (const operation of operationsIn(market, ({ id }) => id === 'listAccounts')) {
    test(
      'every listed account opens with the same currency and balance',
      provesFor('accounts.list.details-agree', operation),
      async ({ caller }) => {
        const accounts = await everyListedAccount(caller, operation)
        for (const account of accounts) {
          const details = positiveControl(
            await caller.call(operationOf('getAccount'), { parameters: { accountId: account.accountId } }),
          )
          const [shown] = listedAccounts(details.json)
          expect(details).toShow({
            at: '/',
            expected: commonFacts(account, shown),
            actual: shown === undefined ? 'no account' : commonFacts(shown, account),
          })
        }
      },
    )

    test(
      'accounts are kept in the currency of the market',
      provesFor('accounts.currency.fits-market', operation),
      async ({ caller }) => {
        const accounts = await everyListedAccount(caller, operation)
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
})
