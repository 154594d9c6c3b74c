import { readTokenPair, type TokenPair } from '../../src/oauth/application.ts'
import { refreshDevice, retrieveDevice, revokeDevice } from '../../src/oauth/device-flow.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { notObserved, positiveControl } from '../../src/testing/not-observed.ts'
import type { Reply } from '../../src/http/client.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'

const pairOf = (reply: Reply): TokenPair =>
  readTokenPair(positiveControl(reply)) ?? notObserved('unclear: the device got no tokens')

inMarketsOffering('retrieveDeviceToken', () => {
  test.describe('token of a device', () => {
    test('comes for its statement', proves('card-authorization.device.pair'), async ({ app }) => {
      const reply = await retrieveDevice(app)
      expect(reply).toSucceed()
      const { accessToken = '', refreshToken = '' } = readTokenPair(reply) ?? {}
      expect(reply).toShow({
        at: '/access_token and /refresh_token',
        expected: 'two tokens',
        actual: accessToken !== '' && refreshToken !== '' ? 'two tokens' : 'fewer',
      })
    })

    test(
      'does not come for what is no statement',
      proves('card-authorization.device.statement'),
      async ({ app }) => {
        positiveControl(await retrieveDevice(app))
        expect(await retrieveDevice(app, 'bm8.c3RhdGVtZW50.YXQ.YWxs.ISEh')).toBeRefused(400)
      },
    )

    test('is renewed', proves('card-authorization.device.refresh'), async ({ app }) => {
      const { accessToken, refreshToken } = pairOf(await retrieveDevice(app))
      const reply = await refreshDevice(app, refreshToken)
      expect(reply).toSucceed()
      expect(reply).toShow({
        at: '/access_token',
        expected: 'a new token',
        actual: readTokenPair(reply)?.accessToken === accessToken ? 'the old token' : 'a new token',
      })
    })

    test(
      'that is revoked ends the other of its pair',
      proves('card-authorization.device.revoke'),
      async ({ app }) => {
        const { accessToken, refreshToken } = pairOf(await retrieveDevice(app))
        positiveControl(await revokeDevice(app, accessToken, 'access_token'))
        expect(await refreshDevice(app, refreshToken)).toFailWith(400, 'invalid_grant')
      },
    )
  })
})
