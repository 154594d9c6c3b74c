import { cardOf, listedCards, onCard } from '../../src/testing/cards.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { operationOf } from '../../src/testing/operations.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'

inMarketsOffering('searchStatementSummaries', () => {
  test(
    'summaries of some cards and errors of the others come with 206',
    proves('cards.statements.partial'),
    async ({ caller }) => {
      const { cardId } = await cardOf(caller, 'credit')
      const body = { statementSummaryRequest: [{ cardId }, { cardId: 'f'.repeat(88) }] }
      const reply = await caller.call(operationOf('searchStatementSummaries'), { body })
      const { creditCardStatementSummary = [] } = (reply.json ?? {}) as {
        creditCardStatementSummary?: readonly Record<string, unknown>[]
      }
      const [read, unread] = creditCardStatementSummary
      expect(reply).toShow({
        at: 'status and /creditCardStatementSummary',
        expected: '206 with statements and an error',
        actual: `${reply.status} with ${'creditCardStatement' in (read ?? {}) ? 'statements' : 'nothing'} and ${'statementSummaryErrorDetails' in (unread ?? {}) ? 'an error' : 'nothing'}`,
      })
    },
  )
})

inMarketsOffering('listSupplementaryCards', () => {
  test('supplementary cards stand in the list as such', proves('cards.family.listed'), async ({ caller }) => {
    const card = await cardOf(caller, 'credit')
    const reply = positiveControl(await onCard(caller, card, { operationId: 'listSupplementaryCards' }))
    const { supplementaryCards = [] } = reply.json as { supplementaryCards?: readonly { cardId: string }[] }
    const listed = await listedCards(caller)
    const holders = supplementaryCards.map(
      ({ cardId }) => listed.find((one) => one.cardId === cardId)?.['cardHolderType'],
    )
    expect(reply).toShow({ at: '/supplementaryCards', expected: 'SUPPLEMENTARY', actual: holders.join() })
  })
})

inMarketsOffering('searchCardPoints', () => {
  test(
    'points are those of the statement and those since',
    proves('cards.points.add-up'),
    async ({ caller }) => {
      const card = await cardOf(caller, 'credit')
      const body = { cardDetails: [card] }
      const reply = positiveControl(await caller.call(operationOf('searchCardPoints'), { body }))
      const { rewardAccounts } = reply.json as { rewardAccounts: readonly Record<string, number>[] }
      const {
        availablePointBalance,
        lastStatementPointBalance = 0,
        pointsEarned = 0,
      } = rewardAccounts[0] ?? {}
      expect(reply).toShow({
        at: '/rewardAccounts/0/availablePointBalance',
        expected: String(lastStatementPointBalance + pointsEarned),
        actual: String(availablePointBalance),
      })
    },
  )

  test(
    'a card without points has an error in their place',
    proves('cards.points.none'),
    async ({ caller }) => {
      const body = { cardDetails: [await cardOf(caller, 'debit')] }
      const reply = positiveControl(await caller.call(operationOf('searchCardPoints'), { body }))
      const { rewardAccounts } = reply.json as { rewardAccounts: readonly Record<string, unknown>[] }
      expect(reply).toShow({
        at: '/rewardAccounts/0/rewardAccountErrorDetails',
        expected: 'an error',
        actual: 'rewardAccountErrorDetails' in (rewardAccounts[0] ?? {}) ? 'an error' : 'no error',
      })
    },
  )
})
