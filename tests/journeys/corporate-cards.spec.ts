import type { Reply } from '../../src/http/client.ts'
import type { Caller } from '../../src/testing/caller.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { operationOf } from '../../src/testing/operations.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'
import { grantTokens } from '../../src/testing/token-broker.ts'

/** The token of a card that no other test changes. */
const tokenOf = (name: string) => ({ tokenizedCardNumber: Buffer.from(name).toString('hex') })

async function tell(caller: Caller, operationId: string, body: object): Promise<Reply> {
  return positiveControl(await caller.call(operationOf(operationId), { body }))
}

/** Shows a field of a corporate card. */
async function detail(caller: Caller, token: object, field: string): Promise<string> {
  const { json } = await tell(caller, 'retrieveCorporateCard', token)
  return String((json as Record<string, unknown>)[field])
}

inMarketsOffering('retrieveCorporateCard', () => {
  test.describe('corporate card', () => {
    test(
      'shows the credit limit that was set',
      proves('cards.corporate.credit-limit'),
      async ({ caller }) => {
        const token = tokenOf('limit')
        const wish = { ...token, creditLimitAmount: 123_456.5, creditLimitIndicator: 'ACCOUNT' }
        const reply = await tell(caller, 'updateCorporateCreditLimit', wish)
        const actual = await detail(caller, token, 'permanentCreditLimitAmount')
        expect(reply).toShow({ at: 'permanentCreditLimitAmount', expected: '123456.5', actual })
      },
    )

    test('shows that it is suspended', proves('cards.corporate.status'), async ({ caller }) => {
      const token = tokenOf('suspension')
      const reply = await tell(caller, 'suspendCorporateCard', { ...token, cardStatus: 'SUSPEND' })
      const actual = await detail(caller, token, 'cardStatus')
      expect(reply).toShow({ at: 'cardStatus', expected: 'SUSPEND', actual })
    })

    test('is not active once it is lost', proves('cards.corporate.lost'), async ({ caller }) => {
      const token = tokenOf('loss')
      const before = await detail(caller, token, 'cardStatus')
      const wish = { ...token, embossedName: 'ANANYA KRISHNAN', serviceRequestType: 'GENERATE_NEW_CARD' }
      const reply = await tell(caller, 'reportCorporateCardLost', wish)
      const after = await detail(caller, token, 'cardStatus')
      expect(reply).toShow({
        at: 'cardStatus',
        expected: 'ACTIVE, then something else',
        actual: `${before}, then ${after === 'ACTIVE' ? after : 'something else'}`,
      })
    })

    test(
      'closes on its last day',
      proves('cards.corporate.closure'),
      async ({ app, customer, caller, clock }) => {
        const token = tokenOf('closure')
        const reply = await tell(caller, 'closeCorporateCard', {
          ...token,
          effectiveCancelDate: '2026-03-12',
        })
        const before = await detail(caller, token, 'cardStatus')
        await clock.advance({ days: 14 })
        const { accessToken } = await grantTokens(app, customer)
        const details = await caller.call(operationOf('retrieveCorporateCard'), { accessToken, body: token })
        const { cardStatus: after } = positiveControl(details).json as { cardStatus?: string }
        expect(reply).toShow({
          at: 'cardStatus',
          expected: 'ACTIVE, then something else',
          actual: `${before}, then ${after === 'ACTIVE' ? after : 'something else'}`,
        })
      },
    )

    test(
      'keeps the cash limits that are not named',
      proves('cards.corporate.cash-limits'),
      async ({ caller }) => {
        const token = tokenOf('cash')
        const before = (await tell(caller, 'retrieveCorporateCashLimit', token)).json as Record<
          string,
          unknown
        >
        const reply = await tell(caller, 'updateCorporateCashLimit', {
          ...token,
          maximumDailyCashLimitAmount: 321,
        })
        const after = (await tell(caller, 'retrieveCorporateCashLimit', token)).json
        expect(reply).toShow({
          at: 'the cash limits',
          expected: JSON.stringify({ ...before, maximumDailyCashLimitAmount: 321 }),
          actual: JSON.stringify(after),
        })
      },
    )
  })
})
