import { test } from '../../src/testing/fixtures.ts'
import { at } from '../../src/testing/inside.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { nameOf, operationOf } from '../../src/testing/operations.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { payeeNames, payeesThatDiffer } from '../../src/testing/payees.ts'
import { proves } from '../../src/testing/proves.ts'
import { bill, toNewPayee } from '../../src/testing/transfer-kinds.ts'
import { quote, transferred } from '../../src/testing/transfers.ts'

inMarketsOffering('preprocessExternalTransferToNewPayee', () => {
  test(
    'a new payee is kept once the transfer was made, and not before',
    proves('money.payee.kept'),
    async ({ caller }) => {
      const payeeName = 'Beatrix Farrow'
      const payeeAccountDetails = { payeeAccountNumber: '50718846', payeeName }
      const transfer = await quote(caller, toNewPayee, { payeeAccountDetails })
      const before = await payeeNames(caller)
      positiveControl(await transfer.make())
      const { reply, names } = await payeeNames(caller)
      expect(reply).toShow({
        at: '/payeeList',
        expected: 'unknown before, kept after',
        actual: `${before.names.includes(payeeName) ? 'known' : 'unknown'} before, ${names.includes(payeeName) ? 'kept' : 'unknown'} after`,
      })
    },
  )
})

inMarketsOffering('getPayee', () => {
  for (const operationId of ['getPayee', 'getPayeeDetails']) {
    test(
      `${nameOf(operationOf(operationId))} shows every payee as it is listed`,
      proves('money.payee.agrees'),
      async ({ caller }) => {
        const { reply, names } = await payeesThatDiffer(caller, operationId)
        expect(reply).toShow({
          at: '/payeeList',
          expected: 'none differs',
          actual: names.join() || 'none differs',
        })
      },
    )
  }
})

inMarketsOffering('getBillDetails', () => {
  test('a bill that was paid is no longer open', proves('money.bill.closed'), async ({ caller }) => {
    const { journey } = await quote(caller, bill)
    const open = positiveControl(await journey.call('getBillDetails'))
    const transactionAmount = Number(at(open.json, 'billDetails', 0, 'billAmount'))
    await transferred(caller, bill, { transactionAmount })
    const reply = positiveControl(await journey.call('getBillDetails'))
    const number = String(at(open.json, 'billDetails', 0, 'billSequenceNumber'))
    expect(reply).toShow({
      at: '/billDetails',
      expected: `bill ${number} paid`,
      actual: `bill ${number} ${JSON.stringify(reply.json).includes(`"billSequenceNumber":"${number}"`) ? 'open' : 'paid'}`,
    })
  })
})
