import { randomBytes } from 'node:crypto'
import { readTokenPair } from '../../src/oauth/application.ts'
import { refreshPassword } from '../../src/oauth/password-grant.ts'
import { test } from '../../src/testing/fixtures.ts'
import { errorCodeOf, expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { operationOf } from '../../src/testing/operations.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { keyFor, passwordTokens } from '../../src/testing/passwords.ts'
import { proves } from '../../src/testing/proves.ts'
import { findValue } from '../../src/testing/told.ts'

const listAccounts = operationOf('listAccounts')
const unknownUser = 'SandboxUser123'

inMarketsOffering('issuePasswordToken', () => {
  test.describe('password grant', () => {
    test('two key calls give two bizTokens', proves('legacy.key.fresh'), async ({ app }) => {
      const keys = [await keyFor(app), await keyFor(app)]
      const distinct = new Set(keys.map(({ bizToken }) => bizToken)).size
      expect({
        at: 'header bizToken',
        expected: '2 different texts',
        actual: `${distinct} different texts`,
      }).toHold()
    })

    test(
      'the password of a customer opens that customer\u2019s accounts',
      proves('legacy.password.tokens'),
      async ({ app, caller, customer, otherCustomer }) => {
        const own = await passwordTokens(app, customer)
        const other = await passwordTokens(app, otherCustomer)
        const first = positiveControl(await caller.call(listAccounts, { accessToken: own.accessToken }))
        const second = positiveControl(await caller.call(listAccounts, { accessToken: other.accessToken }))
        const distinct = new Set([first, second].map(({ json }) => findValue(json, 'accountId'))).size
        expect(second).toShow({
          at: 'first accountId',
          expected: '2 different accounts',
          actual: `${distinct} different accounts`,
        })
      },
    )

    test(
      'the refresh token gives a pair that opens the accounts',
      proves('legacy.password.refresh'),
      async ({ app, caller, customer }) => {
        const { refreshToken } = await passwordTokens(app, customer)
        const renewed = readTokenPair(await refreshPassword(app, refreshToken))
        const accessToken = renewed?.accessToken ?? 'no token'
        expect(await caller.call(listAccounts, { accessToken })).toSucceed()
      },
    )

    test(
      'a user id that nobody has is refused',
      proves('legacy.password.unknown-user'),
      async ({ app, customer }) => {
        await passwordTokens(app, customer)
        expect(await customer.signIn(app, await keyFor(app), { username: unknownUser })).toBeRefused(401)
      },
    )

    test('a wrong password is refused', proves('legacy.password.wrong'), async ({ app, customer }) => {
      await passwordTokens(app, customer)
      const reply = await customer.signIn(app, await keyFor(app), { password: 'not-the-password' })
      expect(reply).toBeRefused(400, 401)
    })

    test(
      'an unknown user id and a wrong password are answered alike',
      proves('legacy.password.indistinct'),
      async ({ app, customer }) => {
        const unknown = await customer.signIn(app, await keyFor(app), { username: unknownUser })
        const wrong = await customer.signIn(app, await keyFor(app), { password: 'not-the-password' })
        expect(wrong).toShow({
          at: 'status and code',
          expected: `${unknown.status} ${errorCodeOf(unknown)}`,
          actual: `${wrong.status} ${errorCodeOf(wrong)}`,
        })
      },
    )

    test(
      'a password in plain text is refused',
      proves('legacy.password.encrypted'),
      async ({ app, customer }) => {
        await passwordTokens(app, customer)
        expect(await customer.signIn(app, await keyFor(app), { isPlain: true })).toBeRefused(400, 401)
      },
    )

    test(
      'a bizToken that no key call gave is refused',
      proves('legacy.biz-token.known'),
      async ({ app, customer }) => {
        await passwordTokens(app, customer)
        const bizToken = randomBytes(64).toString('base64')
        expect(await customer.signIn(app, await keyFor(app), { bizToken })).toBeRefused(400, 401)
      },
    )

    test('a bizToken works once', proves('legacy.biz-token.once'), async ({ app, customer }) => {
      const key = await keyFor(app)
      positiveControl(await customer.signIn(app, key))
      expect(await customer.signIn(app, key)).toBeRefused(400, 401)
    })
  })
})
