import { expect, test } from '@playwright/test'
import { Decimal } from 'decimal.js'
import type { Reply } from '../../src/http/client.ts'
import { marketOf } from '../../src/markets/index.ts'
import type { MarketId } from '../../src/markets/types.ts'
import type { Answer, ResourceCall } from '../../src/mock/answer.ts'
import { Bank } from '../../src/mock/bank/bank.ts'
import { dayOf } from '../../src/mock/bank/days.ts'
import { minorUnitsOf } from '../../src/mock/bank/money.ts'
import { isIban } from '../../src/mock/bank/payments/banks.ts'
import type { Order } from '../../src/mock/bank/payments/order.ts'
import { quoteOf } from '../../src/mock/bank/payments/quote.ts'
import { bought, given, rateAt } from '../../src/mock/bank/payments/rates.ts'
import { nextDay, type Scheduled } from '../../src/mock/bank/payments/schedules.ts'
import { Behaviour } from '../../src/mock/behaviour.ts'
import { createHandlers } from '../../src/mock/resources/index.ts'
import { exampleBody } from '../../src/oauth/resource-call.ts'
import { contract, schemasDirectory } from '../../src/testing/contract.ts'
import { at } from '../../src/testing/inside.ts'
import { operationOf } from '../../src/testing/operations.ts'
import { fillFields, valuesTold } from '../../src/testing/told.ts'

const startAt = new Date('2026-03-05T09:00:00Z')

/** A bank with handlers of its own, and a clock that a test moves. */
function openBank(market: MarketId = 'gb') {
  const bank = new Bank()
  const handlers = createHandlers({ contract, schemasDirectory, bank })
  const behaviour = new Behaviour()
  const ask = (id: string, body?: unknown, now = startAt): Answer => {
    const call: ResourceCall = {
      operation: operationOf(id),
      params: {},
      query: {},
      headers: {},
      body,
      market: marketOf(market),
      clientId: 'an-application',
      username: 'SandboxUser1',
      now,
      behaviour,
    }
    bank.payments.settle(call)
    return handlers.byId[id]!(call)
  }
  const account = (kind: string) =>
    bank.accountsOf(marketOf(market), 'SandboxUser1').find(({ product }) => product.kind === kind)!
  return { bank, ask, account }
}

type Opened = ReturnType<typeof openBank>

/** The body of a transfer between own accounts, with some fields changed. */
function transferBody({ ask }: Opened, fields: object): object {
  const { body: json } = ask('listPersonalTransferAccounts')
  const told = valuesTold({ json } as Reply)
  const body = fillFields(exampleBody(operationOf('preprocessPersonalTransfer')), told) as object
  return { ...body, ...fields }
}

function makeTransfer(opened: Opened, body: object): Answer {
  const { body: quoted } = opened.ask('preprocessPersonalTransfer', body)
  return opened.ask('executePersonalTransfer', { controlFlowId: at(quoted, 'controlFlowId') })
}

test('a thousand transfers of ten hundredths move exactly a hundred', () => {
  const opened = openBank()
  const { balance: before } = opened.account('checking')
  const { balance: beforeThere } = opened.account('savings')
  const body = transferBody(opened, { transactionAmount: 0.1 })
  const statuses = Array.from({ length: 1_000 }, () => makeTransfer(opened, body).status)
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(before - opened.account('checking').balance).toBe(10_000)
  expect(opened.account('savings').balance - beforeThere).toBe(10_000)
})

test('every transaction shows the balance that it left, payments among them', () => {
  const opened = openBank()
  const body = transferBody(opened, { transactionAmount: 12.34 })
  makeTransfer(opened, body)
  makeTransfer(opened, body)
  const account = opened.account('checking')
  const history = opened.bank.transactionsOf(account, dayOf(startAt))
  const steps = history.slice(0, -1).map(({ balance }, index) => balance - history[index + 1]!.balance)
  const effects = history
    .slice(0, -1)
    .map(({ direction, amount }) => (direction === 'CREDIT' ? amount : -amount))
  expect(history[0]?.balance).toBe(account.balance)
  expect(steps).toEqual(effects)
})

test('the statement of the month takes payments in', () => {
  const opened = openBank()
  makeTransfer(opened, transferBody(opened, { transactionAmount: 12.34 }))
  const account = opened.account('checking')
  const [march] = opened.bank.statementsOf(account, '2026-04-01')
  const posted = opened.bank
    .transactionsOf(account, '2026-04-01')
    .filter(({ madeOn }) => madeOn < '2026-04-01')
  expect(march?.closing).toBe(posted[0]?.balance)
})

test('a reset takes every payment back', () => {
  const opened = openBank()
  const { balance } = opened.account('checking')
  makeTransfer(opened, transferBody(opened, { transactionAmount: 12.34 }))
  opened.bank.reset()
  expect(opened.account('checking').balance).toBe(balance)
  expect(opened.ask('listPayees').status).toBe(200)
})

test('amounts are read to the smallest coin', () => {
  const read = [0.1, 12.34, 1e6, 0.005, 0, -1, Number.MAX_SAFE_INTEGER].map(minorUnitsOf)
  expect(read).toEqual([10, 1_234, 100_000_000, undefined, undefined, undefined, undefined])
})

test('an exchange there and back is off by less than a coin each way', () => {
  const rate = rateAt('GBP', 'USD', startAt)
  expect(rate.decimalPlaces()).toBeLessThanOrEqual(6)
  expect(given(bought(10_000, rate), rate)).toBe(10_000)
  expect(new Decimal(bought(10_000, rate)).minus(rate.times(10_000)).abs().toNumber()).toBeLessThanOrEqual(
    0.5,
  )
  expect(rateAt('GBP', 'GBP', startAt).toNumber()).toBe(1)
  expect(rateAt('GBP', 'USD', new Date(startAt.getTime() + 60_000))).not.toEqual(rate)
})

const wire: Order = {
  rail: 'wire',
  market: marketOf('gb'),
  username: 'SandboxUser1',
  sourceId: 'an account',
  amount: 10_000,
  currency: 'GBP',
  taker: { name: 'Grace Whitfield', displayNumber: 'XXXXXX7325', currency: 'USD' },
  method: 'WIRE',
  bearer: 'REMITTER',
  remarks: '',
  schedule: { kind: 'now' },
}

test('the fee of a wire is for whoever bears it', () => {
  const feeOf = (bearer: Order['bearer']) => quoteOf({ ...wire, bearer }, 'GBP', startAt).fee
  expect(feeOf('REMITTER')).toBeGreaterThan(0)
  expect(feeOf('SHARED')).toBe(Math.ceil(feeOf('REMITTER') / 2))
  expect(feeOf('BENEFICIARY')).toBe(0)
})

test('an amount in the currency of the payee is what arrives', () => {
  expect(quoteOf({ ...wire, currency: 'USD' }, 'GBP', startAt).credit).toBe(10_000)
  expect(quoteOf(wire, 'GBP', startAt).debit).toBe(10_000)
})

for (const [frequency, days] of [
  ['WEEKLY', ['2026-01-31', '2026-02-07', '2026-02-14']],
  ['MONTHLY', ['2026-01-31', '2026-02-28', '2026-03-31']],
  ['QUARTERLY', ['2026-01-31', '2026-04-30', '2026-07-31']],
  ['YEARLY', ['2026-01-31', '2027-01-31', '2028-01-31']],
] as const) {
  test(`a standing instruction of the last day of January is ${frequency.toLowerCase()} due`, () => {
    const schedule = { kind: 'every', frequency, start: '2026-01-31', end: undefined } as const
    const dueAfter = (movedOn: string) =>
      nextDay({ reference: 'GB1', order: { ...wire, schedule }, movedOn } satisfies Scheduled)
    expect(['', days[0], days[1]].map(dueAfter)).toEqual(days)
  })
}

test('a standing instruction ends with its last day', () => {
  const schedule = { kind: 'every', frequency: 'MONTHLY', start: '2026-01-05', end: '2026-02-05' } as const
  const dueAfter = (movedOn: string) => nextDay({ reference: 'GB1', order: { ...wire, schedule }, movedOn })
  expect([dueAfter('2026-01-05'), dueAfter('2026-02-05')]).toEqual(['2026-02-05', undefined])
})

test('the check digits of an IBAN are looked at', () => {
  expect(['DE89370400440532013000', 'GB29NWBK60161331926819'].map(isIban)).toEqual([true, true])
  expect(['DE88370400440532013000', 'de89', '', '20418837'].map(isIban)).toEqual([false, false, false, false])
})

test('a day in the future moves nothing until it has come, and then once', () => {
  const opened = openBank()
  const { balance } = opened.account('checking')
  const futureDatedTransaction = { scheduleDate: '2026-03-10' }
  const later = { transactionAmount: 12.34, paymentScheduleType: 'FUTURE_DATED', futureDatedTransaction }
  makeTransfer(opened, transferBody(opened, later))
  const left = (day: string) => {
    opened.ask('listPayees', undefined, new Date(`${day}T12:00:00Z`))
    return balance - opened.account('checking').balance
  }
  expect([left('2026-03-09'), left('2026-03-10'), left('2026-04-10')]).toEqual([0, 1_234, 1_234])
})
