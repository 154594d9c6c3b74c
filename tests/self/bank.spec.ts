import { expect, test } from '@playwright/test'
import { markets } from '../../src/markets/index.ts'
import { customers } from '../../src/mock/bank/customers.ts'
import { contract, validators } from '../../src/testing/contract.ts'
import { accountId, ask, bank, rightCalls } from './bank-calls.ts'

/** What can be read from the start, without a call before it; the journeys look at everything else. */
const resources = contract.operations.filter(
  ({ id, product, method, needs }) =>
    ['accounts', 'customers', 'getting-started'].includes(product) &&
    (method === 'GET' || id === 'searchTransactions') &&
    needs === undefined,
)

for (const operation of resources) {
  for (const market of markets.filter(({ id }) => operation.markets.includes(id))) {
    const calls = customers.flatMap(({ username }) => rightCalls(operation, market.id, username))

    test(`${market.id}: ${operation.id} answers every customer as documented`, () => {
      const answers = calls.map((call) => ask(operation.id, market.id, call))
      const violations = answers
        .filter(({ body }) => body !== undefined)
        .flatMap(({ status, body }) => validators.forPart(operation, status)(body))
      expect(violations).toEqual([])
      const documented = operation.responses.map(({ status }) => status)
      expect(answers.filter(({ status }) => !documented.includes(status))).toEqual([])
      expect(answers.map(({ status }) => status)).toContain(200)
    })

    test(`${market.id}: ${operation.id} answers the same call twice the same`, () => {
      const first = calls.map((call) => ask(operation.id, market.id, call))
      expect(calls.map((call) => ask(operation.id, market.id, call))).toEqual(first)
    })

    test(`${market.id}: ${operation.id} shows no amount with more than two decimals`, () => {
      const text = calls.map((call) => JSON.stringify(ask(operation.id, market.id, call).body)).join('\n')
      expect(text.match(/"\w*(?:amount|balance)":-?\d+\.\d{3,}/gi)).toBeNull()
    })
  }
}

test.describe('accounts', () => {
  test('have ids of their own in every market', () => {
    const ids = markets.flatMap((market) =>
      customers.flatMap(({ username }) => bank.accountsOf(market, username).map(({ id }) => id)),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('are kept in the currency of the market', () => {
    const text = JSON.stringify(ask('listAccounts', 'in').body)
    expect(new Set(text.match(/"(?:localC|c)urrencyCode":"\w+"/g))).toEqual(
      new Set(['"currencyCode":"INR"', '"localCurrencyCode":"INR"']),
    )
  })

  test('add up to the totals of their group', () => {
    const { accountGroupSummary } = ask('listAccounts', 'sg').body as {
      accountGroupSummary: {
        accountGroup: string
        accounts: Record<string, { currentBalance: number }>[]
        totalCurrentBalance: { localCurrencyBalanceAmount: number }
      }[]
    }
    const savings = accountGroupSummary.find(
      ({ accountGroup }) => accountGroup === 'SAVINGS_AND_INVESTMENTS',
    )!
    const cents = savings.accounts
      .flatMap((account) => Object.values(account))
      .reduce((sum, { currentBalance }) => sum + Math.round(currentBalance * 100), 0)
    expect(savings.totalCurrentBalance.localCurrencyBalanceAmount).toBe(cents / 100)
  })

  test('lead from each transaction to the balance of the next', () => {
    const own = markets.flatMap((market) =>
      customers.flatMap(({ username }) => bank.accountsOf(market, username)),
    )
    const broken = own.filter((account) => {
      const history = bank.transactionsOf(account, '2026-03-05')
      const sign = account.product.classification === 'ASSET' ? 1 : -1
      return history.some(({ balance, amount, direction }, index) => {
        const newer = index === 0 ? account.balance : before(history[index - 1]!, sign)
        return newer !== balance || balance < 0 || amount <= 0 || !['CREDIT', 'DEBIT'].includes(direction)
      })
    })
    expect(broken).toEqual([])
  })

  function before(newer: { balance: number; amount: number; direction: string }, sign: number): number {
    return newer.balance - (newer.direction === 'CREDIT' ? sign : -sign) * newer.amount
  }
})

test.describe('an account that is not the customer’s', () => {
  const operations = resources.filter(
    ({ path, markets: offered }) => path.includes('{accountId}') && offered.includes('in'),
  )

  for (const { id } of operations) {
    test(`is as good as unknown to ${id}`, () => {
      const params = { accountId: accountId('creditCard', 'SandboxUser2', 'in'), statementId: 'none' }
      const unknown = ask(id, 'in', { params: { ...params, accountId: 'f'.repeat(88) } })
      expect(ask(id, 'in', { params })).toEqual(unknown)
      expect(unknown.status).toBeGreaterThanOrEqual(400)
    })
  }

  test('opens when the sandbox forgets to ask whose it is', () => {
    const params = { accountId: accountId('checking', 'SandboxUser2') }
    expect(ask('getAccount', 'sg', { params })).toMatchObject({
      status: 404,
      body: { code: 'resourceNotFound' },
    })
    expect(ask('getAccount', 'sg', { params, without: ['object.owner'] }).status).toBe(200)
  })

  test('is told from a missing one when the sandbox forgets to keep that to itself', () => {
    const params = { accountId: accountId('checking', 'SandboxUser2') }
    expect(ask('getAccount', 'sg', { params, without: ['object.indistinct'] })).toMatchObject({
      status: 403,
      body: { code: 'accessNotConfigured' },
    })
  })

  test('opens when the sandbox forgets to ask whether it is there', () => {
    const params = { accountId: 'f'.repeat(88) }
    expect(ask('getAccount', 'sg', { params, without: ['object.exists'] }).status).toBe(200)
  })

  test('is not found by its id in another market', () => {
    expect(ask('getAccount', 'hk', { params: { accountId: accountId('checking') } }).status).toBe(404)
  })
})

test.describe('e-mail addresses', () => {
  const emails = [{ emailKey: 1, emailAddress: 'ruby@example.com', preferredEmailFlag: false }]
  test.afterEach(() => bank.reset())

  test('stay changed for that customer until the reset', () => {
    const username = 'SandboxUser5'
    const { controlFlowId } = ask('updateCustomerEmails', 'au', { username, body: { emails } }).body as {
      controlFlowId: string
    }
    ask('confirmCustomerEmails', 'au', { username, body: { controlFlowId, otpToken: '987654' } })
    expect(ask('listCustomerEmails', 'au', { username }).body).toEqual({ emails })
    expect(ask('listCustomerEmails', 'au').body).not.toEqual({ emails })
    bank.reset()
    expect(ask('listCustomerEmails', 'au', { username }).body).not.toEqual({ emails })
  })
})
