import type { Application } from '../../src/oauth/application.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { notObserved, positiveControl } from '../../src/testing/not-observed.ts'
import { operationOf } from '../../src/testing/operations.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves, provesFor } from '../../src/testing/proves.ts'

/** Asks for the catalogue with a key, or with none. */
function askForCatalogue({ client }: Application, key: string | undefined, accept = 'application/json') {
  const headers = { 'X-API-Key': key, accept }
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

    test(
      'what no call provokes is answered in its documented shape',
      provesFor('shape.status.documented', operationOf('listCatalogue')),
      async ({ app, answers }) => {
        for (const status of [403, 404, 429, 500]) {
          await answers.answerNext('listCatalogue', status)
          const reply = await askForCatalogue(app, app.clientId)
          expect(reply).toShow({ at: 'status', expected: String(status), actual: String(reply.status) })
        }
      },
    )

    test('an Accept that cannot be met is refused', proves('http.accept.unsupported'), async ({ app }) => {
      positiveControl(await askForCatalogue(app, app.clientId))
      expect(await askForCatalogue(app, app.clientId, 'application/x-unknown')).toBeRefused(400, 406)
    })

    test('a call with an unknown key is refused', proves('hub.catalogue.key-known'), async ({ app }) => {
      positiveControl(await askForCatalogue(app, app.clientId))
      expect(await askForCatalogue(app, 'a-key-that-nobody-has')).toBeRefused(401, 403)
    })
  })
})
