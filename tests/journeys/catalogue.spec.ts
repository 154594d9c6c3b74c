import type { Application } from '../../src/oauth/application.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { notObserved, positiveControl } from '../../src/testing/not-observed.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'

/** Asks for the catalogue with a key, or with none. */
function askForCatalogue({ client }: Application, key: string | undefined) {
  const headers = { 'X-API-Key': key, accept: 'application/json' }
  return client.send({ method: 'GET', base: 'origin', path: '/api-catalog-list', headers })
}

inMarketsOffering('listCatalogue', () => {
  test.describe('catalogue', () => {
    test.beforeEach(({ target }) => {
      if (target.originUrl === undefined)
        notObserved('the address of the guide is not set: CITI_GETTING_STARTED_URL')
    })

    test('the key of an application opens the catalogue', proves('hub.catalogue.call'), async ({ app }) => {
      const reply = positiveControl(await askForCatalogue(app, app.clientId))
      const { status } = (reply.json ?? {}) as { status?: unknown }
      expect(reply).toShow({ at: '/status', expected: 'success', actual: String(status) })
    })

    test('a call without a key is refused', proves('hub.catalogue.key-required'), async ({ app }) => {
      positiveControl(await askForCatalogue(app, app.clientId))
      expect(await askForCatalogue(app, undefined)).toBeRefused(401, 403)
    })

    test('a call with an unknown key is refused', proves('hub.catalogue.key-known'), async ({ app }) => {
      positiveControl(await askForCatalogue(app, app.clientId))
      expect(await askForCatalogue(app, 'a-key-that-nobody-has')).toBeRefused(401, 403)
    })
  })
})
