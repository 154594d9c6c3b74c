import { readTokenPair } from '../../src/oauth/application.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { operationOf } from '../../src/testing/operations.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'

const registerClient = operationOf('registerClient')

inMarketsOffering('registerClient', () => {
  test.describe('what opens registration', () => {
    test(
      'a token of another scope is refused',
      proves('registration.token.only'),
      async ({ caller, app }) => {
        await caller.control(registerClient)
        const { accessToken = '' } = readTokenPair(positiveControl(await app.fetchToken())) ?? {}
        expect(await caller.call(registerClient, { accessToken })).toBeRefused(401, 403)
      },
    )

    test(
      'a call without a certificate is turned away',
      proves('registration.certificate.required'),
      async ({ caller }) => {
        await caller.control(registerClient)
        expect(await caller.attempt(registerClient, { certificate: 'none' })).toBeTurnedAway()
      },
    )

    test(
      'an expired certificate is turned away',
      proves('registration.certificate.expired'),
      async ({ caller, providers }) => {
        await caller.control(registerClient)
        const { certificate } = await providers.of('expired')
        expect(await caller.attempt(registerClient, { certificate })).toBeTurnedAway()
      },
    )

    test(
      'a certificate of an issuer that nobody trusts is turned away',
      proves('registration.certificate.untrusted'),
      async ({ caller, providers }) => {
        await caller.control(registerClient)
        const { certificate } = await providers.of('untrusted')
        expect(await caller.attempt(registerClient, { certificate })).toBeTurnedAway()
      },
    )

    test(
      'a certificate without a role is turned away',
      proves('registration.certificate.role'),
      async ({ caller, providers }) => {
        await caller.control(registerClient)
        const { certificate } = await providers.of('no-roles')
        expect(await caller.attempt(registerClient, { certificate })).toBeTurnedAway()
      },
    )

    test(
      'a certificate for seals is turned away',
      proves('registration.certificate.purpose'),
      async ({ caller, providers }) => {
        await caller.control(registerClient)
        const { certificate } = await providers.of('seal')
        expect(await caller.attempt(registerClient, { certificate })).toBeTurnedAway()
      },
    )
  })

  test.describe('software statements', () => {
    test(
      'a statement of another organisation is refused',
      proves('registration.statement.organisation'),
      async ({ caller, providers }) => {
        await caller.control(registerClient)
        const body = { software_statement: await (await providers.of('other-organisation')).statement() }
        expect(await caller.call(registerClient, { body })).toBeRefused(400, 401, 403, 422)
      },
    )

    test(
      'a statement that claims more roles than the certificate is refused',
      proves('registration.statement.role'),
      async ({ caller, providers }) => {
        await caller.control(registerClient)
        const provider = await providers.of('good')
        const claims = { roles: ['AISP', 'CBPII'] }
        const body = { software_statement: await provider.statement({ claims }) }
        expect(await caller.call(registerClient, { body })).toBeRefused(400, 401, 403, 422)
      },
    )

    test(
      'a statement without a signature is refused',
      proves('registration.statement.signed'),
      async ({ caller, providers }) => {
        await caller.control(registerClient)
        const provider = await providers.of('good')
        const body = { software_statement: await provider.statement({ isUnsigned: true }) }
        expect(await caller.call(registerClient, { body })).toBeRefused(400, 401, 403, 422)
      },
    )

    test(
      'an expired statement is refused',
      proves('registration.statement.expired'),
      async ({ caller, providers }) => {
        await caller.control(registerClient)
        const provider = await providers.of('good')
        const claims = { iat: 1_577_836_800, exp: 1_577_840_400 }
        const body = { software_statement: await provider.statement({ claims }) }
        expect(await caller.call(registerClient, { body })).toBeRefused(400, 401, 403, 422)
      },
    )

    test(
      'a statement works once',
      proves('registration.statement.replayed'),
      async ({ caller, providers }) => {
        const body = { software_statement: await (await providers.of('good')).statement() }
        positiveControl(await caller.call(registerClient, { body }))
        expect(await caller.call(registerClient, { body })).toBeRefused(400, 401, 403, 422)
      },
    )
  })
})
