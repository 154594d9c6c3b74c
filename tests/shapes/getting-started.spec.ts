import { encodeForm } from '../../src/oauth/application.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { notObserved, positiveControl } from '../../src/testing/not-observed.ts'
import { operationOf } from '../../src/testing/operations.ts'
import { proves } from '../../src/testing/proves.ts'
import { once } from '../../src/testing/passes.ts'

const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }

once(() => {
  /** The dialect of the getting-started guide: another address, credentials in the form, an hour of life. */
  test.describe('getting started', () => {
    test.beforeEach(({ target }) => {
      if (target.originUrl === undefined)
        notObserved('the address of the guide is not set: CITI_GETTING_STARTED_URL')
    })

    test(
      'the token call takes the credentials in the form',
      proves('getting-started.token.form-credentials'),
      async ({ app }) => {
        const body = encodeForm({
          grant_type: 'client_credentials',
          client_id: app.clientId,
          client_secret: app.clientSecret,
        })
        expect(
          await app.client.send({ method: 'POST', base: 'origin', path: '/oauth/v1/token', headers, body }),
        ).toSucceed()
      },
    )

    test('the token declares an hour', proves('getting-started.token.lifetime-3600'), async ({ app }) => {
      const body = encodeForm({
        grant_type: 'client_credentials',
        client_id: app.clientId,
        client_secret: app.clientSecret,
      })
      const reply = positiveControl(
        await app.client.send({ method: 'POST', base: 'origin', path: '/oauth/v1/token', headers, body }),
      )
      expect(reply).toShow({
        at: '/expires_in',
        expected: '3600',
        actual: JSON.stringify((reply.json as Record<string, unknown>)['expires_in']),
      })
    })

    test(
      'the account list is an array with nested balances',
      proves('getting-started.accounts.array'),
      async ({ caller }) => {
        const reply = positiveControl(await caller.call(operationOf('listGettingStartedAccounts')))
        const [first] = Array.isArray(reply.json)
          ? (reply.json as { currentBalance?: { amount?: unknown } }[])
          : []
        const actual =
          typeof first?.currentBalance?.amount === 'number'
            ? 'an array with nested balances'
            : 'something else'
        expect(reply).toShow({ at: '/', expected: 'an array with nested balances', actual })
      },
    )
  })
})
