import { writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { expect } from '@playwright/test'
import { complaint } from './complaint.ts'
import { test } from './local-server.ts'

const token = '{"access_token":"t0ken","token_type":"Bearer","expires_in":1800}'

/** Answers everything in one way. */
function answer(status: number, body: string, headers: Record<string, string> = {}): RequestListener {
  return (_request, response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
}

test.describe('a target', () => {
  test('that hands out a token in every market passes', async ({ servers }) => {
    const seen: string[] = []
    const { host } = await servers.http((request, response) => {
      seen.push(`${request.method} ${request.url}`)
      answer(200, token)(request, response)
    })
    expect(await complaint({ CITI_BASE_URL: `http://${host}/api`, CITI_MARKET: 'sg,hk' })).toBeUndefined()
    expect(seen).toEqual([
      'POST /api/clientCredentials/oauth2/token/sg/gcb',
      'POST /api/clientCredentials/oauth2/token/hk/gcb',
    ])
  })

  test('whose port is closed is named', async ({ servers }) => {
    const { host } = await servers.closed()
    const port = host.split(':')[1]
    expect(await complaint({ CITI_BASE_URL: `https://${host}` })).toMatchObject({
      code: 'port-closed',
      message: `CITI_BASE_URL https://${host}: nothing listens on 127.0.0.1 port ${port}`,
    })
  })

  test('whose name does not resolve is named', async () => {
    expect(await complaint({ CITI_BASE_URL: 'https://no-such-host.invalid' })).toMatchObject({
      code: 'host-not-found',
      message:
        'CITI_BASE_URL https://no-such-host.invalid: the host name no-such-host.invalid does not resolve',
    })
  })

  test('that hangs is given up within CITI_TIMEOUT_MS', async ({ servers }) => {
    const { host } = await servers.sockets(() => undefined)
    const start = performance.now()
    for (const scheme of ['http', 'https'])
      expect(await complaint({ CITI_BASE_URL: `${scheme}://${host}`, CITI_TIMEOUT_MS: '500' })).toMatchObject(
        {
          code: 'timed-out',
          message: `CITI_BASE_URL ${scheme}://${host}: no answer within 500 ms`,
          fix: 'check that the target is up, or raise CITI_TIMEOUT_MS',
        },
      )
    expect(performance.now() - start).toBeLessThan(2 * 900)
  })

  test('that hangs in the middle of an answer is given up as well', async ({ servers }) => {
    const { host } = await servers.http((_request, response) => void response.writeHead(200).write('{"acc'))
    expect(await complaint({ CITI_BASE_URL: `http://${host}`, CITI_TIMEOUT_MS: '500' })).toMatchObject({
      code: 'timed-out',
    })
  })

  test('that cuts the connection is named', async ({ servers }) => {
    const { host } = await servers.sockets((socket) => socket.destroy())
    for (const scheme of ['http', 'https'])
      expect(await complaint({ CITI_BASE_URL: `${scheme}://${host}` })).toMatchObject({
        code: 'connection-cut',
        message: `CITI_BASE_URL ${scheme}://${host}: the connection was cut before an answer came`,
      })
  })

  test('that cuts the connection in the middle of an answer is named', async ({ servers }) => {
    const { host } = await servers.http((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"acc', () => response.destroy())
    })
    expect(await complaint({ CITI_BASE_URL: `http://${host}` })).toMatchObject({ code: 'connection-cut' })
  })
})

test.describe('a certificate', () => {
  test('of an unknown authority is not trusted', async ({ servers }) => {
    const { host } = await servers.https(answer(200, token))
    expect(await complaint({ CITI_BASE_URL: `https://${host}` })).toMatchObject({
      code: 'tls-untrusted',
      message: expect.stringContaining(`CITI_BASE_URL https://${host}: its certificate is not trusted`),
      fix: 'set CITI_CA_FILE to the PEM file of the authority that signed it',
    })
  })

  test('of another authority than CITI_CA_FILE is not trusted', async ({ servers }, testInfo) => {
    const [one, other] = [await servers.https(answer(200, token)), await servers.https(answer(200, token))]
    const file = testInfo.outputPath('ca.pem')
    writeFileSync(file, other.caPem)
    const found = await complaint({ CITI_BASE_URL: `https://${one.host}`, CITI_CA_FILE: file })
    expect(found).toMatchObject({
      code: 'tls-untrusted',
      fix: `CITI_CA_FILE (${file}) is another authority: name the one that signed it`,
    })
  })

  test('of the authority in CITI_CA_FILE is trusted, unless it has expired', async ({
    servers,
  }, testInfo) => {
    const file = testInfo.outputPath('ca.pem')
    const valid = await servers.https(answer(200, token))
    writeFileSync(file, valid.caPem)
    expect(await complaint({ CITI_BASE_URL: `https://${valid.host}`, CITI_CA_FILE: file })).toBeUndefined()
    const expired = await servers.https(answer(200, token), 'expired')
    writeFileSync(file, expired.caPem)
    expect(await complaint({ CITI_BASE_URL: `https://${expired.host}`, CITI_CA_FILE: file })).toMatchObject({
      code: 'tls-untrusted',
      fix: 'have the certificate renewed, or correct the clock of this machine',
    })
  })

  test('is not looked for on a port without TLS', async ({ servers }) => {
    const { host } = await servers.http(answer(200, token))
    expect(await complaint({ CITI_BASE_URL: `https://${host}` })).toMatchObject({
      code: 'tls-failed',
      message: `CITI_BASE_URL https://${host}: port ${host.split(':')[1]} answers, but does not speak TLS`,
    })
  })
})

test.describe('an answer', () => {
  const html = { 'content-type': 'text/html' }
  const cases: Record<string, [RequestListener, string, string]> = {
    'that is a web page': [
      answer(200, '<!doctype html><p>Welcome', html),
      'not-an-api',
      'answers with a web page (200), not as an API',
    ],
    'that redirects': [
      answer(302, '', { location: 'https://elsewhere.example/api?x=1' }),
      'not-an-api',
      'redirects to https://elsewhere.example/api (302)',
    ],
    'without a token': [answer(200, '{}'), 'not-an-api', 'answers 200 without an access token'],
    'that is no JSON': [
      answer(503, 'down', { 'content-type': 'text/plain' }),
      'not-an-api',
      'answers 503 without',
    ],
    'that refuses the credentials': [
      answer(401, '{"error":"invalid_client"}'),
      'credentials-refused',
      'refuses CITI_CLIENT_ID and CITI_CLIENT_SECRET (401 invalid_client)',
    ],
    'that knows no such path': [
      answer(404, '{"error":"<b>x"}'),
      'market-refused',
      'has no token path for market sg (404: /clientCredentials/oauth2/token/sg/gcb)',
    ],
    'that refuses the scope': [
      answer(400, '{"error":"invalid_scope"}'),
      'scope-refused',
      'gives no token for market sg (400 invalid_scope)',
    ],
    'that the quota is used up': [answer(429, '{}'), 'quota-used-up', 'the quota is used up (429)'],
  }
  for (const [title, [listener, code, message]] of Object.entries(cases))
    test(`${title} stops the run`, async ({ servers }) => {
      const { host } = await servers.http(listener)
      expect(await complaint({ CITI_BASE_URL: `http://${host}` })).toMatchObject({
        code,
        message: expect.stringContaining(`CITI_BASE_URL http://${host}: ${message}`),
        fix: expect.any(String),
      })
    })
})
