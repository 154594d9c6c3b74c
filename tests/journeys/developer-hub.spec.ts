import { Application } from '../../src/oauth/application.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { operationsIn } from '../../src/testing/operations.ts'
import { inEveryMarket, inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'

const developer = 'ana@developers.example'
const teammate = 'ben@developers.example'
const stranger = 'cleo@elsewhere.example'
const redirectUri = 'https://budget.example/callback'
const registration = { developer, name: 'Household Budget', redirectUri }

inMarketsOffering('authorize', () => {
  test.describe('applications', () => {
    test(
      'a registered application takes a customer through the flow',
      proves('hub.application.works'),
      async ({ control, client, market, customer, scope }) => {
        const credentials = await control.hub.register(registration)
        const app = new Application(client, market, { ...credentials, redirectUri })
        const { callback } = await customer.authorize(app, scope)
        expect(await app.redeem(callback?.get('code') ?? 'no code')).toSucceed()
      },
    )

    test(
      'an address that is registered for another application stays at the bank',
      proves('hub.application.redirect'),
      async ({ control, client, market, customer, scope, app: other }) => {
        const credentials = await control.hub.register(registration)
        const app = new Application(client, market, { ...credentials, redirectUri })
        const request = { redirect_uri: other.redirectUri }
        expect(await customer.authorize(app, scope, { request })).toStayAtTheBank()
      },
    )

    test(
      'a replaced secret is dead and the new one works',
      proves('hub.secret.regenerated'),
      async ({ control, client, market }) => {
        const old = await control.hub.register(registration)
        const fresh = await control.hub.regenerate(developer, old.clientId)
        positiveControl(await new Application(client, market, { ...fresh, redirectUri }).fetchToken())
        const before = new Application(client, market, { ...old, redirectUri })
        expect(await before.fetchToken()).toFailWith(401, 'invalid_client')
      },
    )
  })
})

inEveryMarket((market) => {
  test.describe('portal', () => {
    test(
      'two applications have two client ids and two secrets',
      proves('hub.application.many'),
      async ({ control }) => {
        const first = await control.hub.register(registration)
        const second = await control.hub.register({ ...registration, name: 'Travel Purse' })
        const values = [first, second].flatMap(({ clientId, clientSecret }) => [clientId, clientSecret])
        expect({
          at: 'client ids and secrets',
          expected: '4 different texts',
          actual: `${new Set(values).size} different texts`,
        }).toHold()
      },
    )

    test('a list of applications holds no secret', proves('hub.secret.once'), async ({ control }) => {
      const { clientSecret } = await control.hub.register(registration)
      const listed = JSON.stringify(await control.hub.list(developer))
      expect({
        at: 'the list of applications',
        expected: 'no secret',
        actual: listed.includes(clientSecret) ? 'the secret' : 'no secret',
      }).toHold()
    })

    test('a teammate sees a shared application', proves('hub.team.shared'), async ({ control }) => {
      const { clientId } = await control.hub.register(registration)
      await control.hub.share(developer, clientId, teammate)
      const seen = (await control.hub.list(teammate)).map((application) => application.clientId)
      expect({ at: 'the list of the teammate', expected: clientId, actual: seen.join(' ') }).toHold()
    })

    test('a stranger sees no application', proves('hub.team.private'), async ({ control }) => {
      const { clientId } = await control.hub.register(registration)
      await control.hub.share(developer, clientId, teammate)
      const seen = (await control.hub.list(stranger)).map((application) => application.clientId)
      expect({ at: 'the list of the stranger', expected: '', actual: seen.join(' ') }).toHold()
    })

    test(
      'the catalogue of a market lists what the market offers',
      proves('hub.catalogue.market'),
      async ({ control }) => {
        const entries = await control.hub.catalogue(market.id)
        expect({
          at: 'the catalogue',
          expected: operationsIn(market)
            .map(({ id }) => id)
            .sort()
            .join(' '),
          actual: entries
            .flatMap(({ operations }) => operations)
            .sort()
            .join(' '),
        }).toHold()
      },
    )
  })
})
