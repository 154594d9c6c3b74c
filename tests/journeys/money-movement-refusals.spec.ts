import { Decimal } from 'decimal.js'
import { test } from '../../src/testing/fixtures.ts'
import { at } from '../../src/testing/inside.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { inactivePayee } from '../../src/testing/payees.ts'
import { proves } from '../../src/testing/proves.ts'
import { external, internal, personal, proxy, toIban } from '../../src/testing/transfer-kinds.ts'
import { askQuote, highestToProxy, quote, sourceWith } from '../../src/testing/transfers.ts'

const wrongAmounts = [
  ['of nothing', 0],
  ['below nothing', -5],
  ['of parts of the smallest coin', 1.005],
] as const

inMarketsOffering('executePersonalTransfer', () => {
  test('more than the account holds is refused', proves('money.refused.funds'), async ({ caller }) => {
    const { journey } = await quote(caller, personal)
    const list = positiveControl(await journey.call(personal.accounts))
    const held = new Decimal(Number(at(list.json, 'sourceAccounts', 0, 'availableBalance')))
    const transactionAmount = held.plus('0.01').toNumber()
    expect((await askQuote(caller, personal, { transactionAmount })).reply).toBeRefused(400, 422)
  })

  test(
    'the second of two transfers is refused when the first took the money',
    proves('money.refused.funds'),
    async ({ caller }) => {
      const { journey } = await quote(caller, personal)
      const list = positiveControl(await journey.call(personal.accounts))
      const held = new Decimal(Number(at(list.json, 'sourceAccounts', 0, 'availableBalance')))
      const transactionAmount = Number(held.times('0.6').toFixed(2))
      const first = await quote(caller, personal, { transactionAmount })
      const second = await quote(caller, personal, { transactionAmount })
      positiveControl(await first.make())
      expect(await second.make()).toBeRefused(400, 422)
    },
  )

  for (const [what, transactionAmount] of wrongAmounts) {
    test(`an amount ${what} is refused`, proves('money.refused.amount'), async ({ caller }) => {
      await quote(caller, personal)
      expect((await askQuote(caller, personal, { transactionAmount })).reply).toBeRefused(400)
    })
  }

  test(
    'a value outside the reference data is refused with its field',
    proves('money.refused.reference-data'),
    async ({ caller }) => {
      await quote(caller, personal)
      const { reply } = await askQuote(caller, personal, { chargeBearer: 'NOBODY' })
      expect(reply).toFailWith(400, 'invalidRequest')
      expect(reply).toShow({
        at: '/moreInfo/fieldLevelErrors/0/fieldName',
        expected: '/JSON/chargeBearer',
        actual: String(at(reply.json, 'moreInfo', 'fieldLevelErrors', 0, 'fieldName')),
      })
    },
  )

  test(
    'the account of somebody else gives no money',
    proves('money.refused.source'),
    async ({ caller, otherCaller }) => {
      const { journey } = await quote(otherCaller, personal)
      await quote(caller, personal)
      const { sourceAccountId } = journey.told
      expect((await askQuote(caller, personal, { sourceAccountId })).reply).toBeRefused(400, 403, 404)
    },
  )

  test('an account does not give to itself', proves('money.refused.same-account'), async ({ caller }) => {
    const { journey } = await quote(caller, personal)
    const destinationAccountId = journey.told['sourceAccountId']
    expect((await askQuote(caller, personal, { destinationAccountId })).reply).toBeRefused(400, 422)
  })
})

inMarketsOffering('executeInternalTransfer', () => {
  test(
    'the payee of somebody else is not paid',
    proves('money.refused.payee'),
    async ({ caller, otherCaller }) => {
      const { journey } = await quote(otherCaller, internal)
      await quote(caller, internal)
      const { payeeId } = journey.told
      expect((await askQuote(caller, internal, { payeeId })).reply).toBeRefused(400, 403, 404)
    },
  )
})

inMarketsOffering('executeExternalTransfer', () => {
  test(
    'a payee that is not active is not paid',
    proves('money.refused.inactive-payee'),
    async ({ caller }) => {
      const payeeId = await inactivePayee(caller)
      await quote(caller, external)
      expect((await askQuote(caller, external, { payeeId })).reply).toBeRefused(400, 422)
    },
  )
})

inMarketsOffering('executeProxyTransfer', () => {
  test(
    'an amount above the limit that is told is refused though the account holds it',
    proves('money.refused.limit'),
    async ({ caller }) => {
      const limit = await highestToProxy(caller)
      const sourceAccountId = await sourceWith(caller, proxy, limit)
      await quote(caller, proxy, { sourceAccountId, transactionAmount: limit.toNumber() })
      const transactionAmount = limit.plus('0.01').toNumber()
      const { reply } = await askQuote(caller, proxy, { sourceAccountId, transactionAmount })
      expect(reply).toBeRefused(400, 422)
    },
  )
})

inMarketsOffering('preprocessAdhocSepaTransfer', () => {
  test('an IBAN with wrong check digits is refused', proves('money.refused.iban'), async ({ caller }) => {
    const { journey } = await quote(caller, toIban)
    const body = journey.bodyOf(toIban.preprocess) as { payeeAccountDetails: object }
    const payeeAccountDetails = { ...body.payeeAccountDetails, payeeAccountNumber: 'DE88370400440532013000' }
    expect((await askQuote(caller, toIban, { payeeAccountDetails })).reply).toBeRefused(400, 422)
  })
})
