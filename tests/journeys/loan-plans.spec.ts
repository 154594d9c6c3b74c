import { test } from '../../src/testing/fixtures.ts'
import { at } from '../../src/testing/inside.ts'
import { everyItem, loanJourney } from '../../src/testing/loans.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { proves } from '../../src/testing/proves.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

inMarketsOffering('listLoanPlans', () => {
  test('a plan announces its instalments', proves('loans.plan.agrees'), async ({ caller }) => {
    const journey = await loanJourney(caller)
    const [plan] = await everyItem(journey, 'listLoanPlans')
    const parameters = { tenor: String(at(plan, 'tenor')) }
    const schedule = positiveControl(await journey.read('previewLoanSchedule', { parameters }))
    expect(schedule).toShow({
      at: '/amortizationSchedule/0/installmentAmount',
      expected: String(at(plan, 'installmentAmount')),
      actual: String(at(schedule.json, 'amortizationSchedule', 0, 'installmentAmount')),
    })
  })
})
