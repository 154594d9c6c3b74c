import { Decimal } from 'decimal.js'
import type { Caller } from '../../src/testing/caller.ts'
import { test } from '../../src/testing/fixtures.ts'
import { at } from '../../src/testing/inside.ts'
import { Journey } from '../../src/testing/journey.ts'
import { bookedLoan, lendingAccount } from '../../src/testing/loans.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { operationOf } from '../../src/testing/operations.ts'
import { everyAccount, firstAccount } from '../../src/testing/own-accounts.ts'
import { proves } from '../../src/testing/proves.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

const open = 'creditCardAccountBalanceSummary'

const transactionFacts = (transaction: unknown): string =>
  [at(transaction, 'transactionAmount'), at(transaction, 'transactionDate')].join(' on ')

const references = (body: unknown): string =>
  [at(body, 'transactions'), at(body, 'investmentTransaction')]
    .flatMap((list) => (list ?? []) as unknown[])
    .map((each) => String(at(each, 'transactionReferenceId') ?? at(each, 'orderReferenceId')))
    .join(' ')

async function transactionsShown(caller: Caller, accountId: string): Promise<string> {
  return references(positiveControl(await new Journey(caller, { accountId }).read('listTransactions')).json)
}

/** Goes through a one-time password to the transactions of an account. */
async function transactionsConfirmed(caller: Caller, accountId: string): Promise<string> {
  const journey = await new Journey(caller, { accountId }).walk('generateOtp', 'validateOtp')
  return references(positiveControl(await journey.read('confirmTransactionDetails')).json)
}

/** Reads the details of a transaction of the list. */
async function transactionDetails(journey: Journey, listed: unknown): Promise<unknown> {
  const parameters = { transactionReferenceId: String(at(listed, 'transactionReferenceId')) }
  return positiveControl(await journey.read('getTransactionDetails', { parameters })).json
}

inMarketsOffering('updateAccountConsents', () => {
  for (const consentGivenFlag of [true, false]) {
    test(
      `a consent that is ${consentGivenFlag ? 'given' : 'withdrawn'} reads back`,
      proves('account-services.consent.read-back'),
      async ({ caller }) => {
        const journey = new Journey(caller, { accountId: (await lendingAccount(caller)).accountId })
        const example = journey.bodyOf('updateAccountConsents')
        const consent = { ...(at(example, 'accountConsentDetails', 0) as object), consentGivenFlag }
        const body = { ...(example as object), accountConsentDetails: [consent] }
        positiveControl(await journey.call('updateAccountConsents', { body }))
        const read = positiveControl(await journey.call('listAccountConsents'))
        expect(read).toShow({
          at: '/accountConsentDetails/0/consentGivenFlag',
          expected: String(consentGivenFlag),
          actual: String(at(read.json, 'accountConsentDetails', 0, 'consentGivenFlag')),
        })
      },
    )
  }
})

inMarketsOffering('getClosureBalances', () => {
  test(
    'what is open agrees with the balance of the account',
    proves('account-services.closure.agrees'),
    async ({ caller }) => {
      const journey = new Journey(caller, { accountId: (await lendingAccount(caller)).accountId })
      const details = positiveControl(await journey.read('getAccount'))
      const balances = positiveControl(await journey.read('getClosureBalances'))
      expect(balances).toShow({
        at: `/${open}/currentOutstandingAmount`,
        expected: String(at(details.json, 'creditCardAccount', 'outstandingBalance')),
        actual: String(at(balances.json, open, 'currentOutstandingAmount')),
      })
    },
  )

  test(
    'a new loan is to be paid before the closure',
    proves('account-services.closure.loans'),
    async ({ caller }) => {
      const journey = new Journey(caller, { accountId: (await lendingAccount(caller)).accountId })
      const before = positiveControl(await journey.read('getClosureBalances'))
      const booked = at((await bookedLoan(caller)).bodyOf('bookLoan'), 'loanAmount')
      const after = positiveControl(await journey.read('getClosureBalances'))
      const due = new Decimal(at(before.json, open, 'paymentDueAmount') as number).plus(booked as number)
      expect(after).toShow({
        at: `/${open}/paymentDueAmount`,
        expected: due.toString(),
        actual: String(at(after.json, open, 'paymentDueAmount')),
      })
    },
  )

  test(
    'no account is closed without consent',
    proves('account-services.closure.consent'),
    async ({ caller }) => {
      await caller.control(operationOf('closeAccount'))
      const { accountId } = await lendingAccount(caller)
      const body = { accountId, consentGivenFlag: false }
      expect(await caller.call(operationOf('closeAccount'), { body })).toBeRefused(400)
    },
  )
})

inMarketsOffering('checkFunds', () => {
  test(
    'an account can pay what is available and not a cent more',
    proves('account-services.funds.agree'),
    async ({ caller }) => {
      const { accountId } = await lendingAccount(caller)
      const journey = new Journey(caller, { accountId })
      const details = positiveControl(await journey.read('getAccount'))
      const available = new Decimal(at(details.json, 'creditCardAccount', 'availableCredit') as number)
      const ask = async (amount: Decimal) => {
        const parameters = { sufficiencyCheckAmount: amount.toString() }
        const { json } = positiveControl(await journey.read('checkFunds', { parameters }))
        return at(json, 'sufficientFundsIndicator')
      }
      const answers = [await ask(available), await ask(available.plus('0.01'))]
      expect({ at: '/sufficientFundsIndicator', expected: 'true,false', actual: answers.join() }).toHold()
    },
  )
})

inMarketsOffering('getTransactionDetails', () => {
  test(
    'the details of a transaction agree with the list',
    proves('account-services.transaction.agrees'),
    async ({ caller }) => {
      const journey = new Journey(caller, { accountId: (await lendingAccount(caller)).accountId })
      const { json } = positiveControl(await journey.call('listTransactions'))
      const listed = at(json, 'transactions') as unknown[]
      const details = await Promise.all(listed.map((each) => transactionDetails(journey, each)))
      expect({
        at: '/transactionAmount',
        expected: listed.map(transactionFacts).join(),
        actual: details.map(transactionFacts).join(),
      }).toHold()
    },
  )
})

inMarketsOffering('confirmTransactionDetails', () => {
  test(
    'after a password every account shows the transactions of its list',
    proves('account-services.transaction.confirmed'),
    async ({ caller }) => {
      const accounts = await everyAccount(caller)
      const listed = await Promise.all(accounts.map((each) => transactionsShown(caller, each)))
      const confirmed = await Promise.all(accounts.map((each) => transactionsConfirmed(caller, each)))
      expect({ at: '/transactions', expected: listed.join(), actual: confirmed.join() }).toHold()
    },
  )

  test(
    'a control flow shows transactions once',
    proves('account-services.transaction.once'),
    async ({ caller }) => {
      const journey = new Journey(caller, { accountId: (await lendingAccount(caller)).accountId })
      await journey.walk('generateOtp', 'validateOtp', 'confirmTransactionDetails')
      expect(await journey.call('confirmTransactionDetails')).toBeRefused(400)
    },
  )
})

inMarketsOffering('createAccountAccessCode', () => {
  test(
    'every access code is another one',
    proves('account-services.access-code.fresh'),
    async ({ caller }) => {
      const operation = operationOf('createAccountAccessCode')
      const [first, second] = [await caller.call(operation), await caller.call(operation)]
      const codes = new Set([first, second].map(({ json }) => at(json, 'accountAccessCode')))
      expect(second).toShow({
        at: '/accountAccessCode',
        expected: '2 different',
        actual: `${codes.size} different`,
      })
    },
  )
})

inMarketsOffering('retrieveClearAccountNumbers', () => {
  test(
    'a clear account number ends as its mask shows',
    proves('account-services.clear-data.agrees'),
    async ({ caller }) => {
      const { accountId, number } = await firstAccount(caller)
      const body = { accountInfo: [{ accountId }] }
      const reply = positiveControl(await caller.call(operationOf('retrieveClearAccountNumbers'), { body }))
      expect(reply).toShow({
        at: '/accounts/0/unmaskedAccountNumber',
        expected: `digits and ${number.slice(-4)}`,
        actual: String(at(reply.json, 'accounts', 0, 'unmaskedAccountNumber')).replace(
          /^\d+(?=\d{4}$)/,
          'digits and ',
        ),
      })
    },
  )

  test(
    'the account number of somebody else stays hidden',
    proves('account-services.clear-data.owner'),
    async ({ caller, otherCaller }) => {
      await caller.control(operationOf('retrieveClearAccountNumbers'))
      const { accountId } = await firstAccount(otherCaller)
      const body = { accountInfo: [{ accountId }] }
      expect(await caller.call(operationOf('retrieveClearAccountNumbers'), { body })).toBeRefused(
        400,
        403,
        404,
      )
    },
  )
})
