import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'
import { registerApplication } from '../../src/testing/registration.ts'
import { grantTokens } from '../../src/testing/token-broker.ts'

const accountScope = 'accounts_details_transactions'

inMarketsOffering('registerClient', () => {
  test.describe('the credentials of a client', () => {
    test(
      'the three-legged flow ends with the accounts of the customer',
      proves('registration.credentials.three-legged'),
      async ({ caller, customer }) => {
        const client = await registerApplication(caller)
        const { callback } = await customer.authorize(client, accountScope)
        expect(await client.redeem(callback?.get('code') ?? 'no code')).toSucceed()
      },
    )

    test(
      'a two-legged token is refused',
      proves('registration.credentials.no-two-legged'),
      async ({ caller, customer }) => {
        const client = await registerApplication(caller)
        await grantTokens(client, customer, accountScope)
        expect(await client.fetchToken()).toFailWith(400, 'unauthorized_client')
      },
    )

    test(
      'a scope beyond the roles is refused',
      proves('registration.credentials.scope'),
      async ({ caller, customer }) => {
        const client = await registerApplication(caller)
        await grantTokens(client, customer, accountScope)
        expect(await customer.authorize(client, 'personal_domestic_transfers')).toCallBackWith({
          error: 'invalid_scope',
        })
      },
    )
  })
})
