import { at } from '../../src/testing/inside.ts'
import { test } from '../../src/testing/fixtures.ts'
import { accountShown, cents, latestTransactions, watchBalance } from '../../src/testing/balances.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'
import { internal, personal, toAccount, wire } from '../../src/testing/transfer-kinds.ts'
import { clearNumber, quote, repeatedly, transferred } from '../../src/testing/transfers.ts'

inMarketsOffering('executePersonalTransfer', () => {
  test(
    'a transfer between own accounts moves what was quoted',
    proves('money.personal.moves'),
    async ({ caller }) => {
      const transfer = await quote(caller, personal)
      const { displaySourceAccountNumber, displayDestinationAccountNumber } = transfer.journey.told
      const source = await watchBalance(caller, displaySourceAccountNumber)
      const destination = await watchBalance(caller, displayDestinationAccountNumber)
      positiveControl(await transfer.make())
      const { less } = await source()
      const { reply, less: lessThere } = await destination()
      expect(reply).toShow({
        at: 'balances before and after',
        expected: `${cents(transfer.debit)} out, ${cents(transfer.credit)} in`,
        actual: `${cents(less)} out, ${cents(lessThere.neg())} in`,
      })
    },
  )

  test(
    'a transfer stands among the transactions under its reference',
    proves('money.books.transaction'),
    async ({ caller }) => {
      const { transfer, reference } = await transferred(caller, personal)
      const { reply, items } = await latestTransactions(
        caller,
        transfer.journey.told['displaySourceAccountNumber'],
      )
      const found = items.find((item) => at(item, 'transactionReferenceId') === reference)
      expect(reply).toShow({
        at: `/transactions, reference ${reference}`,
        expected: `DEBIT ${transfer.debit.toString()}`,
        actual: `${String(at(found, 'transactionType'))} ${String(at(found, 'transactionAmount'))}`,
      })
    },
  )

  test(
    'ten transfers of ten hundredths move exactly one unit',
    proves('money.books.exact'),
    async ({ caller }) => {
      const transfer = await quote(caller, personal)
      const source = await watchBalance(caller, transfer.journey.told['displaySourceAccountNumber'])
      await repeatedly(10, () => transferred(caller, personal, { transactionAmount: 0.1 }))
      const { reply, less } = await source()
      expect(reply).toShow({ at: 'balances before and after', expected: '1', actual: less.toString() })
    },
  )

  test(
    'the answer of a transfer shows what is left to spend',
    proves('money.transfer.balance-told'),
    async ({ caller }) => {
      const { transfer, reply } = await transferred(caller, personal)
      const list = positiveControl(await transfer.journey.call(personal.accounts))
      expect(reply).toShow({
        at: '/sourceAccount/sourceAccountAvailableBalance',
        expected: String(at(list.json, 'sourceAccounts', 0, 'availableBalance')),
        actual: String(at(reply.json, 'sourceAccount', 'sourceAccountAvailableBalance')),
      })
    },
  )

  test(
    'what an account can give is not more than it holds',
    proves('money.eligibility.agrees'),
    async ({ caller }) => {
      const { reply, journey } = await quote(caller, personal)
      const list = positiveControl(await journey.call(personal.accounts))
      const shown = await accountShown(caller, journey.told['displaySourceAccountNumber'])
      const stated = Number(at(list.json, 'sourceAccounts', 0, 'availableBalance'))
      expect(reply).toShow({
        at: '/sourceAccounts/0/availableBalance',
        expected: 'not more than the balance of the account',
        actual: shown.balance.gte(stated)
          ? 'not more than the balance of the account'
          : `${stated} of ${shown.balance.toString()}`,
      })
    },
  )
})

inMarketsOffering('executeInternalTransfer', () => {
  test(
    'a transfer within the bank arrives at the payee',
    proves('money.books.arrives'),
    async ({ caller, otherCaller }) => {
      const transfer = await quote(caller, internal)
      const payee = await watchBalance(otherCaller, transfer.journey.told['displayPayeeAccountNumber'])
      positiveControl(await transfer.make())
      const { reply, less } = await payee()
      expect(reply).toShow({
        at: 'balances before and after',
        expected: cents(transfer.credit),
        actual: cents(less.neg()),
      })
    },
  )
})

inMarketsOffering('preprocessAdhocInternalTransfer', () => {
  test(
    'a transfer to an account number of the bank arrives there',
    proves('money.books.arrives'),
    async ({ caller, otherCaller }) => {
      const { number, payeeAccountNumber } = await clearNumber(otherCaller)
      const transfer = await quote(caller, toAccount, { payeeAccountDetails: { payeeAccountNumber } })
      const payee = await watchBalance(otherCaller, number)
      positiveControl(await transfer.make())
      const { reply, less } = await payee()
      expect(reply).toShow({
        at: 'balances before and after',
        expected: cents(transfer.credit),
        actual: cents(less.neg()),
      })
    },
  )
})

inMarketsOffering('executeWireTransfer', () => {
  test(
    'a wire takes the quoted amount and the quoted fee',
    proves('money.quote.charged'),
    async ({ caller }) => {
      const transfer = await quote(caller, wire, { chargeBearer: 'REMITTER' })
      const source = await watchBalance(caller, transfer.journey.told['displaySourceAccountNumber'])
      positiveControl(await transfer.make())
      const { reply, less } = await source()
      expect(reply).toShow({
        at: 'balances before and after',
        expected: cents(transfer.debit.plus(transfer.fee)),
        actual: cents(less),
      })
    },
  )

  test('a quote abroad adds up with its rate', proves('money.quote.rate'), async ({ caller }) => {
    const { debit, credit, rate, reply } = await quote(caller, wire)
    const worth = debit.times(rate)
    const halfUnits = rate.plus(1).times('0.005')
    expect(reply).toShow({
      at: '/foreignExchangeRate',
      expected: 'debit times rate is the credit',
      actual: worth.minus(credit).abs().lte(halfUnits)
        ? 'debit times rate is the credit'
        : `${debit.toString()} times ${rate.toString()} is not ${credit.toString()}`,
    })
  })

  test('a quote stands though rates have moved', proves('money.quote.held'), async ({ caller, clock }) => {
    const transfer = await quote(caller, wire)
    const source = await watchBalance(caller, transfer.journey.told['displaySourceAccountNumber'])
    await clock.advance({ minutes: 2 })
    positiveControl(await transfer.make())
    const { reply, less } = await source()
    expect(reply).toShow({
      at: 'balances before and after',
      expected: cents(transfer.debit.plus(transfer.fee)),
      actual: cents(less),
    })
  })
})
