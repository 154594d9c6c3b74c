import { expect } from '@playwright/test'
import { readTokenPair } from '../../src/oauth/application.ts'
import { customerScope, header, outcome, startAt, test } from './sandbox-lab.ts'

test.describe('two-legged', () => {
  test('credentials give a token with what the page promises', async ({ lab }) => {
    const reply = await lab.application().fetchToken()
    expect(reply.status).toBe(200)
    expect(reply.json).toMatchObject({ token_type: 'Bearer', expires_in: 1800, scope: '/api' })
    expect(readTokenPair(reply)?.accessToken).toMatch(/^[\w-]{43}$/)
    expect(header(reply, 'cache-control')).toBe('no-store')
    expect(header(reply, 'pragma')).toBe('no-cache')
    expect(header(reply, 'x-ratelimit-limit')).toBe('name=rate-limit-1,60;')
    expect(header(reply, 'x-ratelimit-remaining')).toBe('name=rate-limit-1,59;')
    expect(header(reply, 'date')).toBe(startAt.toUTCString())
  })

  test('its refresh token works', async ({ lab }) => {
    const pair = readTokenPair(await lab.application().fetchToken())
    expect(outcome(await lab.application().refresh(pair?.refreshToken ?? ''))).toBe('200')
  })

  test('the letter case of an address does not matter', async ({ lab }) => {
    const path = '/clientcredentials/OAuth2/token/SG/GCB'
    expect(outcome(await lab.application().fetchToken({ path }))).toBe('200')
  })

  for (const place of ['xx/gcb', 'sg/zzz', 'sg/ppl']) {
    test(`${place} is no address`, async ({ lab }) => {
      const path = `/clientCredentials/oauth2/token/${place}`
      expect((await lab.application().fetchToken({ path })).status).toBe(404)
    })
  }

  test('Australia has three businesses', async ({ lab }) => {
    const path = '/clientCredentials/oauth2/token/au/ppl'
    expect(outcome(await lab.application().fetchToken({ path }))).toBe('200')
  })

  test('every refusal of a token call is for nobody to keep', async ({ lab }) => {
    const app = lab.application()
    const replies = [
      await app.fetchToken({ form: { scope: '/apis' } }),
      await app.fetchToken({ method: 'PUT' }),
      await app.fetchToken({ headers: { accept: 'text/html' } }),
      await app.fetchToken({ headers: { authorization: 'Basic ?' } }),
      await app.fetchToken({ body: '{}', headers: { 'content-type': 'application/json' } }),
      await app.fetchToken({ form: { scope: 'x'.repeat(1_100_000) } }),
    ]
    expect(replies.map(outcome)).toEqual([
      '400 invalid_scope',
      '405 invalid_request',
      '406 invalid_request',
      '401 invalid_client',
      '415 invalid_request',
      '413 invalid_request',
    ])
    const kept = replies.filter((reply) => header(reply, 'cache-control') !== 'no-store')
    expect(kept).toEqual([])
    expect(header(replies[1]!, 'allow')).toBe('POST')
  })
})

test.describe('three-legged', () => {
  test('login and consent give a code, the code tokens, the tokens data', async ({ lab }) => {
    const reply = await lab.application().redeem(await lab.code())
    expect(reply.json).toMatchObject({
      scope: customerScope,
      expires_in: 1800,
      refresh_token_expires_in: 2_592_000,
      consented_on: startAt.getTime() / 1000,
    })
    const data = await lab.call(readTokenPair(reply)?.accessToken ?? '')
    expect(data.status).toBe(200)
    expect(header(data, 'uuid')).toBe('0d9f3f5e-3c1b-4c56-9d0a-7e2b8a61c4f3')
    expect(header(data, 'cache-control')).toBe('no-cache, no-store')
  })

  test('an address that is not encoded is understood', async ({ lab }) => {
    const app = lab.application()
    const path = app.authorizePath(customerScope, { redirect_uri: undefined })
    const reply = await app.client.send({ method: 'GET', path: `${path}&redirect_uri=${app.redirectUri}` })
    expect(reply.body).toContain('type="password"')
  })

  test('a second question mark belongs to the state', async ({ lab }) => {
    const app = lab.application()
    const path = app.authorizePath(customerScope, { response_type: 'none', state: undefined })
    const reply = await app.client.send({ method: 'GET', path: `${path}&state=a?b` })
    expect(header(reply, 'location')).toContain('state=a%3Fb')
  })

  test('words of a scope are known in any letter case', async ({ lab }) => {
    const app = lab.application()
    const code = await lab.code(app, lab.customer(), 'ACCOUNTS_DETAILS_TRANSACTIONS')
    const pair = readTokenPair(await app.redeem(code))
    expect((await lab.call(pair?.accessToken ?? '')).status).toBe(200)
  })

  for (const [name, value] of Object.entries({ countryCode: 'XX', businessCode: 'XXX', locale: 'english' })) {
    test(`${name}=${value} is sent back as invalid_request`, async ({ lab }) => {
      const choice = { request: { [name]: value } }
      const { callback } = await lab.customer().authorize(lab.application(), customerScope, choice)
      expect(callback?.get('error')).toBe('invalid_request')
    })
  }

  test('two redirect URIs are none', async ({ lab }) => {
    const app = lab.application()
    const path = `${app.authorizePath(customerScope)}&redirect_uri=${encodeURIComponent(app.redirectUri)}`
    const reply = await app.client.send({ method: 'GET', path })
    expect([reply.status, header(reply, 'location')]).toEqual([400, undefined])
  })

  test('a decision is answered with 303, whichever it is', async ({ lab }) => {
    const allowed = await lab.customer().authorize(lab.application(), customerScope)
    const denied = await lab.customer().authorize(lab.application(), customerScope, { decision: 'deny' })
    expect([allowed.reply.status, denied.reply.status]).toEqual([303, 303])
    expect(denied.callback?.get('error')).toBe('access_denied')
  })

  test('a page of a login that is over says so', async ({ lab }) => {
    const reply = await lab.client.send({
      method: 'POST',
      path: '/authCode/oauth2/consent',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'ticket=unknown&decision=authorize',
    })
    expect(reply.status).toBe(400)
    expect(reply.body).toContain('role="alert"')
  })

  test('refresh may narrow the scope and gives the whole back later', async ({ lab }) => {
    const app = lab.application()
    const { refreshToken } = await lab.tokens()
    const narrow = await app.refresh(refreshToken, { form: { scope: 'customers_profiles' } })
    expect(narrow.json).toMatchObject({ scope: 'customers_profiles' })
    expect(outcome(await lab.call(readTokenPair(narrow)!.accessToken))).toBe('403 accessNotConfigured')
    const whole = await app.refresh(readTokenPair(narrow)!.refreshToken)
    expect(whole.json).toMatchObject({ scope: customerScope })
  })

  test('revoking one pair ends every token of the consent', async ({ lab }) => {
    const app = lab.application()
    const first = await lab.tokens()
    const second = readTokenPair(await app.refresh(first.refreshToken))!
    await app.revoke(second.refreshToken, 'refresh_token')
    expect((await lab.call(first.accessToken)).status).toBe(401)
    expect((await lab.call(second.accessToken)).status).toBe(401)
  })
})

test.describe('time', () => {
  test('ends a code after 120 seconds', async ({ lab }) => {
    const [early, late] = [await lab.code(), await lab.code()]
    await lab.control.advance({ seconds: 119 })
    expect(outcome(await lab.application().redeem(early))).toBe('200')
    await lab.control.advance({ seconds: 1 })
    expect(outcome(await lab.application().redeem(late))).toBe('400 invalid_grant')
  })

  test('ends an access token after 1800 seconds', async ({ lab }) => {
    const { accessToken } = await lab.tokens()
    await lab.control.advance({ seconds: 1799 })
    expect((await lab.call(accessToken)).status).toBe(200)
    await lab.control.advance({ seconds: 1 })
    expect(outcome(await lab.call(accessToken))).toBe('401 unAuthorized')
  })

  test('ends a refresh token after 30 days', async ({ lab }) => {
    const [early, late] = [await lab.tokens(), await lab.tokens()]
    await lab.control.advance({ days: 29, hours: 23, minutes: 59, seconds: 59 })
    expect(outcome(await lab.application().refresh(early.refreshToken))).toBe('200')
    await lab.control.advance({ seconds: 1 })
    expect(outcome(await lab.application().refresh(late.refreshToken))).toBe('400 invalid_grant')
  })

  test('is set back by a reset, which forgets every token', async ({ lab }) => {
    const { accessToken } = await lab.tokens()
    await lab.control.advance({ hours: 1 })
    await lab.control.reset()
    const reply = await lab.call(accessToken)
    expect([reply.status, header(reply, 'date')]).toEqual([401, startAt.toUTCString()])
  })
})

test.describe('quota', () => {
  test('refuses one call too many, says how long to wait, and serves again then', async ({ lab }) => {
    const app = lab.application()
    await lab.control.setQuota(2)
    await app.fetchToken()
    await lab.control.advance({ seconds: 20 })
    await app.fetchToken()
    const refused = await app.fetchToken()
    expect([outcome(refused), header(refused, 'retry-after')]).toEqual(['429 temporarily_unavailable', '40'])
    expect(header(refused, 'x-ratelimit-remaining')).toBe('name=rate-limit-1,0;')
    await lab.control.advance({ seconds: 40 })
    expect(outcome(await app.fetchToken())).toBe('200')
  })

  test('counts resource calls, right or wrong, for the application of the token', async ({ lab }) => {
    const { accessToken } = await lab.tokens()
    await lab.control.setQuota(2)
    const uncounted = await lab.call('unknown', { headers: { client_id: 'nobody' } })
    const first = await lab.call(accessToken)
    const second = await lab.call(accessToken, { headers: { accept: 'text/html' } })
    const third = await lab.call(accessToken)
    expect([uncounted, first, second, third].map(({ status }) => status)).toEqual([401, 200, 406, 429])
    expect(outcome(await lab.application('other').fetchToken())).toBe('200')
  })
})
