import { encodeForm } from '../../src/oauth/application.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { notObserved, positiveControl } from '../../src/testing/not-observed.ts'
import { operationOf, refusalsOf } from '../../src/testing/operations.ts'
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

    test(
      'every documented status is answered in its shape',
      proves('shape.status.documented'),
      async ({ app, caller, answers }) => {
        const body = encodeForm({ grant_type: 'client_credentials' })
        const token = { method: 'POST', base: 'origin', path: '/oauth/v1/token', headers, body } as const
        const list = operationOf('listGettingStartedAccounts')
        const calls = { issueGettingStartedToken: token, [list.id]: await caller.prepare(list) }
        for (const [id, call] of Object.entries(calls)) {
          for (const status of refusalsOf(operationOf(id))) {
            await answers.answerNext(id, status)
            const reply = await app.client.send(call)
            expect(reply).toShow({ at: 'status', expected: String(status), actual: String(reply.status) })
          }
        }
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
