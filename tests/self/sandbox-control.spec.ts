import { request } from 'node:http'
import { expect } from '@playwright/test'
import { startSandbox } from '../../src/mock/sandbox.ts'
import { readTokenPair } from '../../src/oauth/application.ts'
import { contract, schemasDirectory } from '../../src/testing/contract.ts'
import { connectControl } from '../../src/testing/remote-control.ts'
import { header, type Lab, outcome, startAt, test, withSandbox } from './sandbox-lab.ts'

/** Posts to the control plane and says what it answered. */
async function post(
  { sandbox }: Lab,
  path: string,
  body: string,
  type = 'application/json',
): Promise<string> {
  const headers = { 'content-type': type }
  const response = await fetch(`${sandbox.controlUrl ?? ''}${path}`, { method: 'POST', headers, body })
  return `${response.status} ${(await response.text()).trim()}`.trim()
}

function statusFor({ sandbox }: Lab, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(`${sandbox.controlUrl ?? ''}/credentials`, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

test.describe('control plane', () => {
  test('does over HTTP what it does in the process', async ({ lab }) => {
    const remote = connectControl(lab.sandbox.controlUrl ?? '', 5000)
    expect(await remote.credentials()).toEqual(lab.credentials)
    const { accessToken, refreshToken } = await lab.tokens()
    await remote.advance({ minutes: 31 })
    expect((await lab.call(accessToken)).status).toBe(401)
    await remote.withdrawConsents('SandboxUser1')
    expect(outcome(await lab.application().refresh(refreshToken))).toBe('400 invalid_grant')
    await remote.setQuota(1)
    await lab.application().fetchToken()
    expect((await lab.application().fetchToken()).status).toBe(429)
    await remote.switchOn(['token-cacheable'])
    await remote.setQuota()
    expect(header(await lab.application().fetchToken(), 'cache-control')).toBe('max-age=300')
    await remote.reset()
    expect(header(await lab.application().fetchToken(), 'cache-control')).toBe('no-store')
  })

  test('serves the portal and the certificates of providers over HTTP', async ({ lab }) => {
    const remote = connectControl(lab.sandbox.controlUrl ?? '', 5000)
    expect(await remote.providers()).toEqual(await lab.control.providers())
    const { hub } = remote
    const request = { developer: 'ana', name: 'Budget', redirectUri: 'https://budget.example/callback' }
    const { clientId, clientSecret } = await hub.register(request)
    expect((await hub.regenerate('ana', clientId)).clientSecret).not.toBe(clientSecret)
    await hub.share('ana', clientId, 'ben')
    expect(await hub.list('ben')).toEqual(await lab.control.hub.list('ana'))
    expect(await hub.catalogue('sg')).toEqual(await lab.control.hub.catalogue('sg'))
    await remote.reset()
    expect(await hub.list('ana')).toEqual([])
  })

  const mistakes: readonly [path: string, body: string, sentence: string][] = [
    ['/advance', '{"minutes":-1}', '400 minutes is not a number of 0 or more'],
    ['/advance', '{"weeks":1}', '400 unknown field weeks; known are days, hours, minutes, seconds'],
    ['/advance', '[]', '400 the body is not a JSON object'],
    ['/advance', 'null', '400 the body is not a JSON object'],
    ['/quota', '{"callsPerMinute":0.5}', '400 callsPerMinute is not a whole number of 1 or more'],
    ['/defects', '{"defects":["no-such"]}', '400 there is no defect no-such'],
    ['/defects', '{"defects":"token-cacheable"}', '400 defects is not a list of texts'],
    ['/hub/applications', '{}', '400 developer is missing or not a text'],
    [
      '/hub/applications',
      '{"developer":"ana","name":"Budget","redirectUri":"https://a.example/#here"}',
      '400 https://a.example/#here is no address to send customers back to',
    ],
    ['/hub/secret', '{"developer":"ana","clientId":"x"}', '400 ana has no application x'],
    ['/withdraw', '{}', '400 username is missing or not a text'],
    ['/withdraw', '{"username":"Nobody"}', '400 there is no customer Nobody'],
    ['/answer-next', '{"operationId":"noSuchCall"}', '400 no document holds the operation noSuchCall'],
  ]
  for (const [path, body, sentence] of mistakes) {
    test(`answers ${path} ${body} with a clear sentence`, async ({ lab }) => {
      expect(await post(lab, path, body)).toBe(sentence)
    })
  }

  test('switches no defect on when one of several is unknown', async ({ lab }) => {
    await post(lab, '/defects', '{"defects":["token-cacheable","no-such"]}')
    expect(header(await lab.application().fetchToken(), 'cache-control')).toBe('no-store')
  })

  test('takes JSON only, which a foreign page cannot send', async ({ lab }) => {
    expect(await post(lab, '/reset', '{}', 'text/plain')).toMatch(/^415 /)
  })

  test('refuses broken JSON', async ({ lab }) => {
    expect(await post(lab, '/reset', '{')).toMatch(/^400 /)
  })

  test('serves loopback names only', async ({ lab }) => {
    const hosts = ['localhost:1', '127.0.0.1', '[::1]:9', 'evil.example', 'localhost.evil.example']
    const statuses = await Promise.all(hosts.map((host) => statusFor(lab, host)))
    expect(statuses).toEqual([200, 200, 200, 403, 403])
  })

  test('fails the next call of an operation, and that alone', async ({ lab }) => {
    const { accessToken } = await lab.tokens()
    await lab.control.answerNext('listAccounts')
    expect(outcome(await lab.call(accessToken))).toBe('500 serverUnavailable')
    expect((await lab.call(accessToken)).status).toBe(200)
  })

  test('fails the next token call in its own shape', async ({ lab }) => {
    await lab.control.answerNext('issueClientCredentialsToken')
    const failed = await lab.application().fetchToken()
    expect([outcome(failed), header(failed, 'cache-control')]).toEqual(['500 server_error', 'no-store'])
    expect(outcome(await lab.application().fetchToken())).toBe('200')
  })

  test('ends the codes of a customer who withdraws consent', async ({ lab }) => {
    const code = await lab.code()
    await lab.control.withdrawConsents('SandboxUser1')
    expect(outcome(await lab.application().redeem(code))).toBe('400 invalid_grant')
  })
})

test.describe('sandbox', () => {
  test('says which port is taken', async ({ lab }) => {
    const port = Number(new URL(lab.sandbox.baseUrl).port)
    const start = startSandbox({ contract, schemasDirectory, clock: 'frozen', port })
    await expect(start).rejects.toMatchObject({
      code: 'port-in-use',
      message: `port ${port} is in use`,
      fix: 'stop what listens there, or choose another with --port',
    })
  })

  test('leaves nothing behind when the port of the control plane is taken', async ({ lab }) => {
    const controlPort = Number(new URL(lab.sandbox.controlUrl ?? '').port)
    const start = startSandbox({ contract, schemasDirectory, clock: 'frozen', controlPort })
    await expect(start).rejects.toMatchObject({ code: 'port-in-use' })
  })

  test('keeps its credentials over a reset', async ({ lab }) => {
    await lab.control.reset()
    expect(await lab.control.credentials()).toEqual(lab.credentials)
  })

  test('takes a quota of its own and keeps it over a reset', async () => {
    await withSandbox({ quota: 7 }, async (own) => {
      await own.control.setQuota(3)
      await own.control.reset()
      const reply = await own.application().fetchToken()
      expect(header(reply, 'x-ratelimit-limit')).toBe('name=rate-limit-1,7;')
    })
  })

  test('has credentials of its own each time', async ({ lab }) => {
    await withSandbox({}, async (own) => {
      expect(own.application().clientId).not.toBe(lab.application().clientId)
      expect(
        outcome(await lab.application().fetchToken({ headers: { authorization: own.application().basic } })),
      ).toBe('401 invalid_client')
    })
  })

  test('starts where it is told and lets time run for people', async () => {
    await withSandbox({ clock: 'running' }, async (own) => {
      const at = async () => Date.parse(header(await own.application().fetchToken(), 'date') ?? '')
      const first = await at()
      expect(first - startAt.getTime()).toBeLessThan(5000)
      await expect.poll(at).toBeGreaterThan(first)
    })
  })

  test('speaks the dialect of the guide', async ({ lab }) => {
    const { clientId, clientSecret } = lab.application()
    const reply = await lab.client.send({
      method: 'POST',
      base: 'origin',
      path: '/oauth/v1/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `grant_type=client_credentials&client_id=${clientId}&client_secret=${clientSecret}`,
    })
    expect(reply.json).toMatchObject({ expires_in: 3600 })
    const accessToken = readTokenPair(reply)?.accessToken ?? ''
    const list = await lab.call(accessToken, { base: 'origin', path: '/api/v1/accounts' })
    expect(Array.isArray(list.json)).toBe(true)
  })
})
