import { Decimal } from 'decimal.js'
import { expect, test } from '@playwright/test'
import { marketOf } from '../../src/markets/index.ts'
import { Bank } from '../../src/mock/bank/bank.ts'
import { rewardCards } from '../../src/mock/bank/reward-cards.ts'
import { programmeOf, worthOf } from '../../src/mock/bank/reward-programmes.ts'
import { merge, project } from '../../src/mock/resources/merge.ts'
import { planRepayment } from '../../src/mock/resources/onboarding/repayment.ts'

test.describe('repayment plans', () => {
  for (const principal of [100, 550_000, 1_234_567, 99_999_999])
    for (const months of [1, 7, 36, 120])
      test(`${principal} minor units in ${months} months add up`, () => {
        const plan = planRepayment({ principal, months, from: '2026-01-31' })
        const sum = (name: 'principal' | 'interest') =>
          plan.payments.reduce((total, payment) => total + payment[name], 0)
        expect(plan.payments.length).toBe(months)
        expect(sum('principal')).toBe(principal)
        expect(sum('interest')).toBe(plan.interest)
        expect(plan.payments.at(-1)?.left).toBe(0)
      })

  test('payments fall due month by month, on the last day where a month is shorter', () => {
    const { payments } = planRepayment({ principal: 100_000, months: 3, from: '2026-01-31' })
    expect(payments.map(({ dueOn }) => dueOn)).toEqual(['2026-02-28', '2026-03-31', '2026-04-30'])
  })
})

test.describe('points', () => {
  test('are worth what exact arithmetic says', () => {
    const programme = programmeOf('hk')
    const points = Array.from({ length: programme.most + 1 }, (_, count) => count)
    const wrong = points.filter((count) => {
      const exact = new Decimal(count).times('0.2521').times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
      return worthOf(programme, count, 'HKD') !== exact.toNumber()
    })
    expect(wrong).toEqual([])
  })

  test('stay exact beyond 32 bits', () => {
    const bank = new Bank()
    const [card] = rewardCards(bank, marketOf('hk'))
    bank.rewards.spend('hk', card!, 10_000)
    expect(JSON.stringify(bank.rewards.pointsOf('hk', card!))).toBe('90999999990000')
    bank.reset()
    expect(bank.rewards.pointsOf('hk', card!)).toBe(91_000_000_000_000)
  })

  test('belong to credit cards alone', () => {
    const cards = rewardCards(new Bank(), marketOf('us'))
    expect(cards.map(({ username }) => username)).not.toContain('SandboxUser4')
    expect(new Set(cards.map(({ cloakedNumber }) => cloakedNumber)).size).toBe(cards.length)
  })
})

test.describe('changes', () => {
  test('go over what is there, field by field, and replace lists', () => {
    const known = { name: { first: 'Ada', last: 'King' }, phones: [1, 2], note: 'old' }
    expect(merge(known, { name: { last: 'Byron' }, phones: [3] })).toEqual({
      name: { first: 'Ada', last: 'Byron' },
      phones: [3],
      note: 'old',
    })
  })

  test('show only what an answer has a place for', () => {
    const sample = { name: { first: 'x' }, phones: [{ number: 'x' }] }
    const sent = { name: { first: 'Ada', secret: 1 }, phones: [{ number: '7', kind: 'home' }], other: 1 }
    expect(project(sample, sent)).toEqual({ name: { first: 'Ada' }, phones: [{ number: '7' }] })
  })
})
