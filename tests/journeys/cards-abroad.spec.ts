import type { Reply } from '../../src/http/client.ts'
import type { Caller } from '../../src/testing/caller.ts'
import { cardOf, listedCards, onCard, type ShownCard } from '../../src/testing/cards.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { notObserved, positiveControl } from '../../src/testing/not-observed.ts'
import { operationOf } from '../../src/testing/operations.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'

const summer = { travelPlanStartDate: '2026-07-01', travelPlanEndDate: '2026-07-20' }
const autumn = { travelPlanStartDate: '2026-10-05', travelPlanEndDate: '2026-10-12' }

inMarketsOffering('switchOverseasUsage', () => {
  test('use abroad reads back with its days', proves('cards.overseas.reads-back'), async ({ caller }) => {
    const card = await cardOf(caller, 'credit')
    const days = {
      overseasCardActivationStartDate: '2026-07-01',
      overseasCardActivationEndDate: '2026-07-20',
    }
    const body = { overseasCardUsageOption: 'ACTIVATE', ActivationRequest: days }
    const reply = positiveControl(await onCard(caller, card, { operationId: 'switchOverseasUsage', body }))
    const now = (await listedCards(caller)).find(({ cardId }) => cardId === card.cardId)
    expect(reply).toShow({
      at: 'overseasCardActivationIndicator and its days',
      expected: 'ACTIVE from 2026-07-01 to 2026-07-20',
      actual: `${String(now?.['overseasCardActivationIndicator'])} from ${String(now?.['overseasCardActivationStartDate'])} to ${String(now?.['overseasCardActivationEndDate'])}`,
    })
  })
})

inMarketsOffering('listTravelPlans', () => {
  test.describe('journey', () => {
    test('that was told reads back', proves('cards.travel.reads-back'), async ({ caller }) => {
      const card = await cardOf(caller, 'credit')
      positiveControl(await onCard(caller, card, { operationId: 'deleteTravelPlans' }))
      const reply = positiveControl(
        await onCard(caller, card, { operationId: 'addTravelPlan', body: told(summer) }),
      )
      expect(reply).toShow({ at: '/travelPlan', expected: '2026-07-01', actual: await plansOf(caller, card) })
    })

    test(
      'that was changed takes the place of the one before',
      proves('cards.travel.replaced'),
      async ({ caller }) => {
        const card = await cardOf(caller, 'credit')
        positiveControl(await onCard(caller, card, { operationId: 'addTravelPlan', body: told(summer) }))
        const reply = positiveControl(
          await onCard(caller, card, { operationId: 'updateTravelPlan', body: told(autumn) }),
        )
        expect(reply).toShow({
          at: '/travelPlan',
          expected: '2026-10-05',
          actual: await plansOf(caller, card),
        })
      },
    )

    test('that was called off is gone', proves('cards.travel.deleted'), async ({ caller }) => {
      const card = await cardOf(caller, 'credit')
      positiveControl(await onCard(caller, card, { operationId: 'addTravelPlan', body: told(summer) }))
      const reply = positiveControl(await onCard(caller, card, { operationId: 'deleteTravelPlans' }))
      expect(reply).toShow({ at: '/travelPlan', expected: '', actual: await plansOf(caller, card) })
    })

    test('ends after it begins', proves('cards.travel.order'), async ({ caller }) => {
      const card = await cardOf(caller, 'credit')
      positiveControl(await onCard(caller, card, { operationId: 'addTravelPlan', body: told(summer) }))
      const body = { ...told(summer), travelPlanEndDate: '2026-06-30' }
      expect(await onCard(caller, card, { operationId: 'addTravelPlan', body })).toBeRefused(400)
    })
  })
})

/** The body that tells of a journey. */
function told(days: typeof summer): Record<string, unknown> {
  return { countryCodes: [{ countryCode: 'JP' }], ...days }
}

/** The first days of the journeys of a card. */
async function plansOf(caller: Caller, { cardId }: ShownCard): Promise<string> {
  const reply = positiveControl(await caller.call(operationOf('listTravelPlans'), { parameters: { cardId } }))
  const { travelPlan } = reply.json as { travelPlan: readonly { travelPlanStartDate: string }[] }
  return travelPlan.map(({ travelPlanStartDate }) => travelPlanStartDate).join()
}

inMarketsOffering('getCurrencyEligibility', () => {
  test.describe('accounts of a debit card', () => {
    test('that were linked are shown as such', proves('cards.currencies.linked'), async ({ caller }) => {
      const card = await cardOf(caller, 'debit')
      const [account = notObserved('the customer has no account to link')] = await accountsOf(caller)
      const body = { account: [{ accountId: account.accountId }] }
      const reply = positiveControl(
        await onCard(caller, card, { operationId: 'enrolCurrencyAccounts', body }),
      )
      expect(reply).toShow({ at: '/accountDetails', expected: 'linked', actual: await linked(caller) })
    })

    test('that were unlinked are not', proves('cards.currencies.unlinked'), async ({ caller }) => {
      const card = await cardOf(caller, 'debit')
      const [account = notObserved('the customer has no account to link')] = await accountsOf(caller)
      const body = { account: [{ accountId: account.accountId }] }
      positiveControl(await onCard(caller, card, { operationId: 'enrolCurrencyAccounts', body }))
      const reply = positiveControl(await onCard(caller, card, { operationId: 'unlinkCurrencyAccounts' }))
      expect(reply).toShow({ at: '/accountDetails', expected: 'not linked', actual: await linked(caller) })
    })

    test('have currencies on offer', proves('cards.currencies.offered'), async ({ caller }) => {
      const card = await cardOf(caller, 'debit')
      positiveControl(
        await onCard(caller, card, { operationId: 'enrolCurrency', body: { currencyCode: 'EUR' } }),
      )
      const body = { currencyCode: 'XXX' }
      expect(await onCard(caller, card, { operationId: 'enrolCurrency', body })).toBeRefused(400, 422)
    })

    test('belong to its holder', proves('cards.currencies.own-accounts'), async ({ caller, otherCaller }) => {
      const card = await cardOf(caller, 'debit')
      const [own = notObserved('the customer has no account to link')] = await accountsOf(caller)
      const [foreign = notObserved('another customer has no account')] = await accountsOf(otherCaller)
      const link = (accountId: string): Promise<Reply> =>
        onCard(caller, card, { operationId: 'enrolCurrencyAccounts', body: { account: [{ accountId }] } })
      positiveControl(await link(own.accountId))
      expect(await link(foreign.accountId)).toBeRefused(400, 403, 404)
    })
  })
})

interface LinkableAccount {
  readonly accountId: string
  readonly enrollmentStatusFlag: boolean
}

/** The accounts that the debit card of a customer may draw on. */
async function accountsOf(caller: Caller): Promise<readonly LinkableAccount[]> {
  const reply = positiveControl(await caller.call(operationOf('getCurrencyEligibility')))
  const { accountDetails = [] } = reply.json as { accountDetails?: readonly LinkableAccount[] }
  return accountDetails
}

/** Tells whether any account is linked. */
async function linked(caller: Caller): Promise<string> {
  const accounts = await accountsOf(caller)
  return accounts.some(({ enrollmentStatusFlag }) => enrollmentStatusFlag) ? 'linked' : 'not linked'
}
