import { test } from '../../src/testing/fixtures.ts'
import { everyValue, loanJourney } from '../../src/testing/loans.ts'
import { expect } from '../../src/testing/matchers.ts'
import { proves } from '../../src/testing/proves.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

const reference = 'loanReferenceId'

inMarketsOffering('applyForLoanTopUp', () => {
  test('an offer is accepted after its approval only', proves('loans.top-up.order'), async ({ caller }) => {
    const journey = await (await loanJourney(caller)).walk('applyForLoanTopUp', 'screenLoanTopUp')
    expect(await journey.call('acceptLoanTopUp')).toBeRefused(422)
  })

  test('an accepted top-up is listed', proves('loans.top-up.listed'), async ({ caller }) => {
    const journey = await loanJourney(caller)
    const before = await everyValue(journey, 'listLoans', reference)
    await journey.walk('applyForLoanTopUp', 'screenLoanTopUp', 'approveLoanTopUp', 'acceptLoanTopUp')
    const after = await everyValue(journey, 'listLoans', reference)
    expect({
      at: '/loans',
      expected: `${before.length + 1} loans`,
      actual: `${after.length} loans`,
    }).toHold()
  })
})
