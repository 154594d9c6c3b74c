import { randomUUID } from 'node:crypto'
import { readTokenPair } from '../../src/oauth/application.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { operationOf } from '../../src/testing/operations.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'
import { metadataOf, registerApplication } from '../../src/testing/registration.ts'
import { grantTokens } from '../../src/testing/token-broker.ts'

const registerClient = operationOf('registerClient')
const getClient = operationOf('getClient')
const updateClient = operationOf('updateClient')
const deleteClient = operationOf('deleteClient')
const listAccounts = operationOf('listAccounts')
const accountScope = 'accounts_details_transactions'

inMarketsOffering('registerClient', () => {
  test.describe('the life of a client', () => {
    test('two registrations give two clients', proves('registration.client.created'), async ({ caller }) => {
      const first = positiveControl(await caller.call(registerClient))
      const second = positiveControl(await caller.call(registerClient))
      const ids = new Set([first, second].map((reply) => metadataOf(reply).client_id))
      expect(second).toShow({
        at: '/client_id',
        expected: '2 different clients',
        actual: `${ids.size} different clients`,
      })
    })

    test('a client reads as it was registered', proves('registration.client.read'), async ({ caller }) => {
      const registered = metadataOf(positiveControl(await caller.call(registerClient)))
      const parameters = { client_id: registered.client_id! }
      const read = positiveControl(await caller.call(getClient, { parameters }))
      expect(read).toShow({
        at: '/redirect_uris and /software_Id',
        expected: `${registered.redirect_uris} ${registered.software_Id}`,
        actual: `${metadataOf(read).redirect_uris} ${metadataOf(read).software_Id}`,
      })
    })

    test(
      'a change of the redirect URI is read back',
      proves('registration.client.changed'),
      async ({ caller, providers }) => {
        const { clientId } = await registerApplication(caller)
        const parameters = { client_id: clientId }
        const changed = 'https://tpp.example/changed'
        const provider = await providers.of('good')
        const statement = await provider.statement({ claims: { redirect_uris: [changed] } })
        positiveControl(
          await caller.call(updateClient, { parameters, body: { software_statement: statement } }),
        )
        const read = positiveControl(await caller.call(getClient, { parameters }))
        expect(read).toShow({
          at: '/redirect_uris',
          expected: changed,
          actual: String(metadataOf(read).redirect_uris),
        })
      },
    )

    test(
      'the credentials of a deleted client are dead',
      proves('registration.client.deleted'),
      async ({ caller, customer }) => {
        const client = await registerApplication(caller)
        const { refreshToken } = await grantTokens(client, customer, accountScope)
        positiveControl(await caller.call(deleteClient, { parameters: { client_id: client.clientId } }))
        expect(await client.refresh(refreshToken)).toFailWith(401, 'invalid_client')
      },
    )

    test(
      'the tokens of a deleted client are dead',
      proves('registration.client.deleted-tokens'),
      async ({ caller, customer }) => {
        const client = await registerApplication(caller)
        const { accessToken } = await grantTokens(client, customer, accountScope)
        const change = { accessToken, headers: { client_id: client.clientId } }
        positiveControl(await caller.call(listAccounts, change))
        positiveControl(await caller.call(deleteClient, { parameters: { client_id: client.clientId } }))
        expect(await caller.call(listAccounts, change)).toBeRefused(401)
      },
    )
  })

  test.describe('clients that are not there', () => {
    test(
      'a client id that nobody has is refused',
      proves('registration.client.unknown'),
      async ({ caller, app }) => {
        await caller.control(getClient)
        const { accessToken = '' } = readTokenPair(positiveControl(await app.fetchRegistrationToken())) ?? {}
        const parameters = { client_id: randomUUID() }
        expect(await caller.call(getClient, { parameters, accessToken })).toBeRefused(401)
      },
    )

    test(
      'asking for a client id that nobody has costs the token',
      proves('registration.client.unknown-revokes'),
      async ({ caller, app }) => {
        const { accessToken = '' } = readTokenPair(positiveControl(await app.fetchRegistrationToken())) ?? {}
        positiveControl(await caller.call(registerClient, { accessToken }))
        await caller.call(getClient, { parameters: { client_id: randomUUID() }, accessToken })
        expect(await caller.call(registerClient, { accessToken })).toBeRefused(401)
      },
    )

    test(
      'the client of another provider is refused',
      proves('registration.client.foreign'),
      async ({ caller, providers }) => {
        await caller.control(getClient)
        const { certificate } = await providers.of('other-organisation')
        expect(await caller.call(getClient, { certificate })).toBeRefused(401, 403, 404)
      },
    )
  })
})
