import { basicHeader } from '../../src/oauth/application.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { readingOperation } from '../../src/testing/operations.ts'
import { proves } from '../../src/testing/proves.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

inMarketsOffering('authorize', () => {
  test.describe('bearer token', () => {
    test(
      'in the Authorization header opens the resource',
      proves('bearer.header.accepted'),
      async ({ caller, market }) => {
        expect(await caller.call(readingOperation(market))).toSucceed()
      },
    )

    test(
      'the scheme name is matched in any letter case',
      proves('bearer.header.scheme-case'),
      async ({ caller, market }) => {
        const { headers } = await caller.prepare(readingOperation(market))
        const lower = headers?.['Authorization']?.replace('Bearer', 'bearer')
        expect(await caller.call(readingOperation(market), { headers: { Authorization: lower } })).toSucceed()
      },
    )

    test(
      'behind an invented scheme it is refused',
      proves('bearer.header.wrong-scheme'),
      async ({ caller, market }) => {
        await caller.control(readingOperation(market))
        const { headers } = await caller.prepare(readingOperation(market))
        const invented = headers?.['Authorization']?.replace('Bearer', 'Bearer1')
        expect(
          await caller.call(readingOperation(market), { headers: { Authorization: invented } }),
        ).toBeRefused(401)
      },
    )

    test('in the query it is refused', proves('bearer.query.refused'), async ({ caller, market }) => {
      await caller.control(readingOperation(market))
      const { headers } = await caller.prepare(readingOperation(market))
      const token = headers?.['Authorization']?.replace('Bearer ', '') ?? ''
      const reply = await caller.call(readingOperation(market), {
        headers: { Authorization: undefined },
        extraQuery: `access_token=${encodeURIComponent(token)}`,
      })
      expect(reply).toBeRefused(400, 401)
    })

    test('the bare word Bearer is refused', proves('bearer.empty'), async ({ caller, market }) => {
      await caller.control(readingOperation(market))
      expect(
        await caller.call(readingOperation(market), { headers: { Authorization: 'Bearer' } }),
      ).toBeRefused(400, 401)
    })

    test('one with a changed character is refused', proves('bearer.tampered'), async ({ caller, market }) => {
      await caller.control(readingOperation(market))
      const { headers } = await caller.prepare(readingOperation(market))
      const tampered = headers?.['Authorization']?.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
      expect(
        await caller.call(readingOperation(market), { headers: { Authorization: tampered } }),
      ).toBeRefused(401)
    })

    test('a token that comes twice is refused', proves('bearer.two-methods'), async ({ caller, market }) => {
      await caller.control(readingOperation(market))
      const { headers } = await caller.prepare(readingOperation(market))
      const token = headers?.['Authorization']?.replace('Bearer ', '') ?? ''
      const extraQuery = `access_token=${encodeURIComponent(token)}`
      expect(await caller.call(readingOperation(market), { extraQuery })).toBeRefused(400, 401)
    })

    test(
      'one with characters that no token has is refused',
      proves('bearer.malformed'),
      async ({ caller, market }) => {
        await caller.control(readingOperation(market))
        const headers = { Authorization: 'Bearer {"token":"<none>"}' }
        expect(await caller.call(readingOperation(market), { headers })).toBeRefused(400, 401)
      },
    )

    test(
      'Basic credentials do not open a resource',
      proves('bearer.basic-on-resource'),
      async ({ caller, market }) => {
        await caller.control(readingOperation(market))
        const basic = basicHeader(caller.app.clientId, caller.app.clientSecret)
        expect(
          await caller.call(readingOperation(market), { headers: { Authorization: basic } }),
        ).toBeRefused(401)
      },
    )
  })
})
