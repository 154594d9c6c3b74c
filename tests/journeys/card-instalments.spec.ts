import type { Reply } from '../../src/http/client.ts'
import { controlFlowOf } from '../../src/oauth/card-flow.ts'
import type { Caller } from '../../src/testing/caller.ts'
import { cardOf, onCard, type ShownCard } from '../../src/testing/cards.ts'
import { test } from '../../src/testing/fixtures.ts'
import { purchasesIn, scheduleIn, type ShownPurchase, sum } from '../../src/testing/instalments.ts'
import { expect } from '../../src/testing/matchers.ts'
import { notObserved, positiveControl } from '../../src/testing/not-observed.ts'
import { operationOf } from '../../src/testing/operations.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'

const asked = { loanAmount: '12345.67', tenor: '12' }

/** Reads the schedule of an amount that does not divide evenly. */
async function schedule(caller: Caller, parameters: Record<string, string> = asked): Promise<Reply> {
  const card = await cardOf(caller, 'credit')
  return onCard(caller, card, { operationId: 'getInstalmentSchedule', parameters })
}

async function purchases(caller: Caller, card: ShownCard): Promise<Reply> {
  const parameters = { eppLoanBookingType: 'TRANSACTION' }
  return positiveControl(await onCard(caller, card, { operationId: 'getInstalmentEligibility', parameters }))
}

async function firstPurchase(caller: Caller, card: ShownCard): Promise<ShownPurchase> {
  const [purchase] = purchasesIn(await purchases(caller, card))
  return purchase ?? notObserved('no purchase of the card may be paid in instalments')
}

/** Splits a purchase, for its own amount unless another is given. */
async function split(
  caller: Caller,
  card: ShownCard,
  { purchase, amount }: { purchase: ShownPurchase; amount?: number },
): Promise<Reply> {
  const { transactionReferenceId: referenceId, transactionAmount } = purchase
  const eppLoanBooking = [{ loanAmount: amount ?? transactionAmount, referenceId }]
  const body = { eppLoanBookingType: 'TRANSACTION', tenor: 6, eppLoanBooking }
  return onCard(caller, card, { operationId: 'bookInstalmentPlan', body })
}

inMarketsOffering('getInstalmentSchedule', () => {
  test.describe('schedule of instalments', () => {
    test('pays the whole amount back', proves('cards.instalments.principal'), async ({ caller }) => {
      const reply = positiveControl(await schedule(caller))
      const { months } = scheduleIn(reply)
      const left = String(months.at(-1)?.outstandingPrincipalAmount)
      expect(reply).toShow({
        at: '/eppAmortizationSchedule',
        expected: `${asked.loanAmount} paid, 0 left`,
        actual: `${sum(months.map(({ principalAmount }) => principalAmount))} paid, ${left} left`,
      })
    })

    test('adds up', proves('cards.instalments.payments'), async ({ caller }) => {
      const reply = positiveControl(await schedule(caller))
      const { months, total } = scheduleIn(reply)
      const wrong = months.filter(
        (month) => month.installmentAmount !== sum([month.principalAmount, month.installmentInterestAmount]),
      )
      expect(reply).toShow({
        at: '/eppAmortizationSchedule and /totalLoanCost',
        expected: `0 wrong instalments, ${total} in all`,
        actual: `${wrong.length} wrong instalments, ${sum(months.map(({ installmentAmount }) => installmentAmount))} in all`,
      })
    })

    test('has a month for each instalment', proves('cards.instalments.months'), async ({ caller }) => {
      const reply = positiveControl(await schedule(caller))
      const days = scheduleIn(reply).months.map(({ installmentDate }) => installmentDate)
      expect(reply).toShow({
        at: '/eppAmortizationSchedule',
        expected: `${asked.tenor} different months`,
        actual: `${new Set(days).size} different months`,
      })
    })

    test('comes for tenors on offer', proves('cards.instalments.tenor'), async ({ caller }) => {
      positiveControl(await schedule(caller))
      expect(await schedule(caller, { ...asked, tenor: '7' })).toBeRefused(400)
    })

    test('agrees with the plan', proves('cards.instalments.offer-agrees'), async ({ caller }) => {
      const card = await cardOf(caller, 'credit')
      const body = { eppLoanBookingType: 'STATEMENT', tenor: 12, loanAmount: 12_345.67 }
      const reply = positiveControl(
        await onCard(caller, card, { operationId: 'searchInstalmentPlans', body }),
      )
      const { eppOffers } = reply.json as { eppOffers: readonly Record<string, number>[] }
      const { months, total } = scheduleIn(positiveControl(await schedule(caller)))
      expect(reply).toShow({
        at: '/eppOffers/0',
        expected: `${String(months[0]?.installmentAmount)} a month, ${total} in all`,
        actual: `${String(eppOffers[0]?.['installmentAmount'])} a month, ${String(eppOffers[0]?.['totalRepaymentAmount'])} in all`,
      })
    })
  })
})

inMarketsOffering('bookInstalmentPlan', () => {
  test.describe('purchase in instalments', () => {
    test('is no longer eligible', proves('cards.instalments.booked-gone'), async ({ caller }) => {
      const card = await cardOf(caller, 'credit')
      const purchase = await firstPurchase(caller, card)
      const reply = positiveControl(await split(caller, card, { purchase }))
      const left = purchasesIn(await purchases(caller, card)).map((one) => one.transactionReferenceId)
      expect(reply).toShow({
        at: '/unbilledTransaction',
        expected: 'gone',
        actual: left.includes(purchase.transactionReferenceId) ? 'still there' : 'gone',
      })
    })

    test('is split once', proves('cards.instalments.once'), async ({ caller }) => {
      const card = await cardOf(caller, 'credit')
      const purchase = await firstPurchase(caller, card)
      positiveControl(await split(caller, card, { purchase }))
      expect(await split(caller, card, { purchase })).toBeRefused(400)
    })

    test('is split whole', proves('cards.instalments.amount'), async ({ caller }) => {
      const card = await cardOf(caller, 'credit')
      const purchase = await firstPurchase(caller, card)
      const amount = purchase.transactionAmount + 1
      expect(await split(caller, card, { purchase, amount })).toBeRefused(400)
      positiveControl(await split(caller, card, { purchase }))
    })
  })

  test('a statement has an eligible part', proves('cards.instalments.bounds'), async ({ caller }) => {
    const card = await cardOf(caller, 'credit')
    const { statement } = (await purchases(caller, card)).json as { statement: Record<string, number> }
    const { eppMaximumEligibleAmount: most = 0 } = statement
    const book = (loanAmount: number): Promise<Reply> => {
      const body = { eppLoanBookingType: 'STATEMENT', tenor: 6, eppLoanBooking: [{ loanAmount }] }
      return onCard(caller, card, { operationId: 'bookInstalmentPlan', body })
    }
    expect(await book(most + 1)).toBeRefused(400)
    positiveControl(await book(100))
  })
})

inMarketsOffering('confirmInstalmentPlan', () => {
  test(
    'a plan on a supplementary card waits for the one-time password',
    proves('cards.instalments.factor'),
    async ({ caller }) => {
      const card = await cardOf(caller, 'supplementary')
      const purchase = await firstPurchase(caller, card)
      const reply = await split(caller, card, { purchase })
      expect(reply).toFailWith(403, 'mfaRequired')
      const told = { cardId: card.cardId, controlFlowId: controlFlowOf(reply) ?? '' }
      positiveControl(await caller.call(operationOf('validateOtp'), { told }))
      expect(await caller.call(operationOf('confirmInstalmentPlan'), { told })).toSucceed()
    },
  )
})
