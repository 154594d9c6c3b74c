import { cardOf, cardsIn, onCard, shown, type ShownCard } from '../../src/testing/cards.ts'
import { controlFlowOf } from '../../src/oauth/card-flow.ts'
import type { Caller } from '../../src/testing/caller.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { operationOf } from '../../src/testing/operations.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'
import { grantTokens } from '../../src/testing/token-broker.ts'
import type { Reply } from '../../src/http/client.ts'

const limit = 'currentCreditLimitAmount'

/** Asks for a higher limit for good. */
async function raise(caller: Caller, { cardId }: ShownCard, amount: number): Promise<Reply> {
  const body = { permanentCreditLimitIncrease: { cardId, requestedCreditLimitAmount: amount } }
  return caller.call(operationOf('raiseCreditLimit'), { body })
}

/** Asks for a limit that is higher by one between two days. */
async function raiseFor(caller: Caller, card: ShownCard, days: readonly [string, string]): Promise<Reply> {
  const temporaryCreditLimitIncrease = {
    cardId: card.cardId,
    requestedCreditLimitAmount: Number(card[limit]) + 1,
    creditLimitIncreaseStartDate: days[0],
    creditLimitIncreaseEndDate: days[1],
    reasonCode: 'MEDICAL',
  }
  return caller.call(operationOf('raiseCreditLimit'), { body: { temporaryCreditLimitIncrease } })
}

/** Asks for a lower limit. */
async function lower(caller: Caller, { cardId }: ShownCard, amount: number): Promise<Reply> {
  const body = { cardId, requestedCreditLimitAmount: amount }
  return caller.call(operationOf('lowerCreditLimit'), { body })
}

inMarketsOffering('raiseCreditLimit', () => {
  test.describe('credit limit', () => {
    test('that was raised reads back', proves('cards.limit.raised'), async ({ caller, control: _ }) => {
      const card = await cardOf(caller, 'credit')
      const wanted = Number(card[limit]) + 1
      const reply = positiveControl(await raise(caller, card, wanted))
      expect(reply).toShow({ at: limit, expected: String(wanted), actual: await shown(caller, card, limit) })
    })

    test('above the highest is refused', proves('cards.limit.highest'), async ({ caller, control: _ }) => {
      const card = await cardOf(caller, 'credit')
      const highest = Number(card['maximumPermanentCreditLimitAmount'])
      expect(await raise(caller, card, highest + 1)).toBeRefused(400)
      positiveControl(await raise(caller, card, highest))
    })

    test(
      'that ends before it begins is refused',
      proves('cards.limit.order'),
      async ({ caller, control: _ }) => {
        const card = await cardOf(caller, 'credit')
        positiveControl(await raiseFor(caller, card, ['2026-04-10', '2026-05-10']))
        expect(await raiseFor(caller, card, ['2026-05-10', '2026-04-10'])).toBeRefused(400)
      },
    )
  })
})

inMarketsOffering('lowerCreditLimit', () => {
  test.describe('lower credit limit', () => {
    test(
      'holds once the customer consents',
      proves('cards.limit.consent'),
      async ({ caller, control: _ }) => {
        const card = await cardOf(caller, 'credit')
        const wanted = Number(card[limit]) - 1
        const reply = positiveControl(await lower(caller, card, wanted))
        const before = await shown(caller, card, limit)
        const told = { controlFlowId: controlFlowOf(reply) ?? '' }
        positiveControl(await caller.call(operationOf('consentToLowerCreditLimit'), { told }))
        expect(reply).toShow({
          at: limit,
          expected: `${String(card[limit])}, then ${wanted}`,
          actual: `${before}, then ${await shown(caller, card, limit)}`,
        })
      },
    )

    test('is no higher limit', proves('cards.limit.lower-only'), async ({ caller }) => {
      const card = await cardOf(caller, 'credit')
      positiveControl(await lower(caller, card, Number(card[limit])))
      expect(await lower(caller, card, Number(card[limit]) + 1)).toBeRefused(400)
    })

    test('covers what is owed', proves('cards.limit.owed'), async ({ caller }) => {
      const card = await cardOf(caller, 'credit')
      positiveControl(await lower(caller, card, Number(card[limit])))
      expect(await lower(caller, card, 1)).toBeRefused(400)
    })
  })

  test.describe('limit of contactless payments', () => {
    test('reads back', proves('cards.contactless.reads-back'), async ({ caller }) => {
      const card = await cardOf(caller, 'credit')
      const reply = positiveControl(await setContactless(caller, card, 123))
      const partner = positiveControl(await caller.call(operationOf('listPartnerCards')))
      expect(reply).toShow({
        at: contactless,
        expected: '123',
        actual: String(partnerCard(partner, card)?.[contactless]),
      })
    })

    test('has a highest one', proves('cards.contactless.highest'), async ({ caller }) => {
      const card = await cardOf(caller, 'credit')
      const partner = positiveControl(await caller.call(operationOf('listPartnerCards')))
      const highest = Number(partnerCard(partner, card)?.['maxContactlessWithoutPinPmtLimit'])
      positiveControl(await setContactless(caller, card, highest))
      expect(await setContactless(caller, card, highest + 1)).toBeRefused(400)
    })
  })

  test(
    'a higher limit for a time holds from its first day',
    proves('cards.limit.temporary'),
    async ({ app, customer, caller, clock }) => {
      const card = await cardOf(caller, 'credit')
      const reply = positiveControl(await raiseFor(caller, card, ['2026-03-10', '2026-12-31']))
      await clock.advance({ days: 20 })
      const { accessToken } = await grantTokens(app, customer)
      const parameters = { cardFunction: 'ALL' }
      const list = await caller.call(operationOf('listCards'), { accessToken, parameters })
      const later = cardsIn(positiveControl(list)).find(({ cardId }) => cardId === card.cardId)
      expect(reply).toShow({
        at: limit,
        expected: String(Number(card[limit]) + 1),
        actual: String(later?.[limit]),
      })
    },
  )
})

// The name is misspelt in the interface.
const contactless = 'currentContactlessWthoutPinPmtLimit'

async function setContactless(caller: Caller, card: ShownCard, amount: number): Promise<Reply> {
  const body = { creditCardDetails: { creditCardLimitDetails: { [contactless]: amount } } }
  return onCard(caller, card, { operationId: 'updateCardLimits', body })
}

/** Finds a card in the list of partners. */
function partnerCard({ json }: Reply, { cardId }: ShownCard): ShownCard | undefined {
  const { partnerCardDetails = [] } = json as { partnerCardDetails?: readonly ShownCard[] }
  return partnerCardDetails.find((card) => card.cardId === cardId)
}
