import { test } from '../../src/testing/browser.ts'
import { expect } from '../../src/testing/matchers.ts'
import { proves } from '../../src/testing/proves.ts'
import { onceOffering } from '../../src/testing/passes.ts'

onceOffering('authorize', () => {
  test.describe('login page', () => {
    test(
      'a customer logs in and consents in a real browser',
      proves('authorize.flow.browser'),
      async ({ loginWalk, app, scope }) => {
        const address = app.client.urlOf({ path: app.authorizePath(scope, { state: 'from-a-browser' }) })
        const callback = await loginWalk.authorize(address, app.redirectUri)
        const actual = callback?.get('code') ? `a code and state ${callback.get('state')}` : `no code`
        expect({ at: 'callback', expected: 'a code and state from-a-browser', actual }).toHold()
      },
    )
  })
})
