import { request } from 'node:https'
import { connect } from 'node:tls'
import { expect } from '@playwright/test'
import { probePlainHttp } from '../../src/tls/plain-http.ts'
import { Lab, header, outcome, test } from './sandbox-lab.ts'

const search = '/v1/accounts/transactions/search'

interface RawReply {
  readonly status: number
  readonly body: string
}

/** Sends a request that an ordinary client would not, and reads the answer. */
function sendRaw({ sandbox }: Lab, method: string, path: string): Promise<RawReply> {
  const { port } = new URL(sandbox.baseUrl)
  return new Promise((resolve, reject) => {
    const call = request({ host: 'localhost', port, method, path, ca: sandbox.caPem }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: String(Buffer.concat(chunks)) }),
      )
    })
    call.on('error', reject).end()
  })
}

/** Sends bytes that are no proper request, and returns everything that comes back. */
function sendBytes({ sandbox }: Lab, text: string): Promise<string> {
  const port = Number(new URL(sandbox.baseUrl).port)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect({ host: '127.0.0.1', port, servername: 'localhost', ca: sandbox.caPem }, () => {
      socket.write(text)
    })
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('end', () => resolve(String(Buffer.concat(chunks))))
    socket.on('error', reject)
  })
}

/** Calls an Indian operation with a body. */
async function post(lab: Lab, body: string, contentType = 'application/json') {
  const { accessToken } = await lab.tokens(lab.application('main', 'in'))
  return lab.call(accessToken, {
    method: 'POST',
    path: search,
    body,
    headers: { 'content-type': contentType },
  })
}

test.describe('HTTP', () => {
  test('an unknown address is not found', async ({ lab }) => {
    expect(outcome(await lab.call('any', { path: '/v1/nothing' }))).toBe('404 resourceNotFound')
    expect(outcome(await lab.call('any', { base: 'origin', path: '/' }))).toBe('404 resourceNotFound')
  })

  test('a doubled slash after the base is forgiven', async ({ lab }) => {
    const { accessToken } = await lab.tokens()
    expect((await lab.call(accessToken, { path: '//v1/accounts' })).status).toBe(200)
  })

  for (const method of ['PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
    test(`${method} is not offered`, async ({ lab }) => {
      const { status, body } = await sendRaw(lab, method, '/gcb/api/v1/accounts')
      expect(status).toBe(405)
      expect(JSON.parse(body)).toMatchObject({ type: 'invalid', code: 'methodNotAllowed' })
    })
  }

  test('a refused method names those that are offered', async ({ lab }) => {
    expect(header(await lab.call('any', { method: 'PUT' }), 'allow')).toBe('GET')
    const both = await lab.call('any', { method: 'POST', path: '/v1/customers/profiles/emails' })
    expect(header(both, 'allow')).toBe('GET, PUT')
  })

  for (const path of ['/v1/accounts/%', '/v1/accounts/%E0%A4', '/v1/accounts/%zz/transactions']) {
    test(`the broken encoding of ${path} is refused`, async ({ lab }) => {
      const { status, body } = await sendRaw(lab, 'GET', `/gcb/api${path}`)
      expect(status).toBe(400)
      expect(JSON.parse(body)).toMatchObject({ type: 'invalid', code: 'invalidRequest' })
    })
  }

  test('a header beyond measure gets the envelope', async ({ lab }) => {
    const answer = await sendBytes(lab, `GET / HTTP/1.1\r\nHost: x\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 431 /)
    expect(answer).toContain('"type":"invalid"')
  })

  test('bytes that are no HTTP get the envelope', async ({ lab }) => {
    const answer = await sendBytes(lab, 'this is no HTTP\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain('"code":"invalidRequest"')
  })

  test('plain HTTP is refused', async ({ lab }) => {
    const port = Number(new URL(lab.sandbox.baseUrl).port)
    expect((await probePlainHttp({ host: '127.0.0.1', port, timeoutMs: 2000 })).kind).toBe('refused')
  })

  for (const accept of ['application/json;q=0', 'text/html', 'application/jsonp']) {
    test(`Accept: ${accept} cannot be met`, async ({ lab }) => {
      const { accessToken } = await lab.tokens()
      expect(outcome(await lab.call(accessToken, { headers: { accept } }))).toBe('406 notAcceptable')
    })
  }

  for (const accept of ['*/*', 'text/html, application/*;q=0.1', 'Application/JSON; charset=utf-8']) {
    test(`Accept: ${accept} is met`, async ({ lab }) => {
      const { accessToken } = await lab.tokens()
      expect((await lab.call(accessToken, { headers: { accept } })).status).toBe(200)
    })
  }
})

test.describe('bodies', () => {
  test('of the wrong media type are refused', async ({ lab }) => {
    expect(outcome(await post(lab, '<body/>', 'application/xml'))).toBe('415 unsupportedMediaType')
    expect(outcome(await post(lab, '{}', 'not a media type'))).toBe('415 unsupportedMediaType')
  })

  test('that are too large are refused', async ({ lab }) => {
    const body = JSON.stringify({ padding: 'x'.repeat(1_100_000) })
    expect(outcome(await post(lab, body))).toBe('413 payloadTooLarge')
  })

  test('larger than the sandbox reads are refused', async ({ lab }) => {
    const reply = await post(lab, 'x'.repeat(20_000_000))
    expect(outcome(reply)).toBe('413 payloadTooLarge')
  })

  test('of broken JSON are refused', async ({ lab }) => {
    expect(outcome(await post(lab, '{"broken": '))).toBe('400 invalidRequest')
  })

  test('without a field name it', async ({ lab }) => {
    const reply = await post(lab, '{"transactionDetailsRequest":[{}]}')
    expect(reply.json).toMatchObject({
      code: 'invalidRequest',
      location: 'accountId',
      moreInfo: { fieldLevelErrors: [{ fieldName: '/JSON/transactionDetailsRequest/0/accountId' }] },
    })
  })
})

test.describe('parameters', () => {
  test('that are wrong are named', async ({ lab }) => {
    const { accessToken } = await lab.tokens()
    const list = (await lab.call(accessToken)).body
    const accountId = /"accountId":"(\w+)"/.exec(list)?.[1] ?? ''
    const path = `/v1/accounts/${accountId}/transactions?transactionFromDate=yesterday`
    expect((await lab.call(accessToken, { path })).json).toMatchObject({
      code: 'invalidRequest',
      location: 'transactionFromDate',
      moreInfo: {
        fieldLevelErrors: [
          { fieldName: "/APIProcessInput/QueryParams/Param[Name='transactionFromDate']/Value" },
        ],
      },
    })
  })

  test('of the US family are refused in its own shape', async ({ lab }) => {
    const app = lab.application('main', 'us')
    const { accessToken } = await lab.tokens(app)
    const path = '/v2/accounts/any/transactions?transactionFromDate=2026-02-01'
    expect((await lab.call(accessToken, { path })).json).toMatchObject({
      errors: [{ code: 'invalidRequest', location: 'transactionToDate' }],
    })
  })

  test('a missing header is named', async ({ lab }) => {
    const { accessToken } = await lab.tokens()
    const replies = [
      await lab.call(accessToken, { headers: { uuid: undefined } }),
      await lab.call(accessToken, { headers: { client_id: undefined } }),
      await lab.call(accessToken, { headers: { accept: undefined } }),
    ]
    expect(replies.map(({ json }) => (json as { location?: string }).location)).toEqual([
      'uuid',
      'client_id',
      'Accept',
    ])
  })
})

test.describe('challenges', () => {
  test('name no error when nothing was presented', async ({ lab }) => {
    const reply = await lab.call('', { headers: { authorization: undefined } })
    expect([outcome(reply), header(reply, 'www-authenticate')]).toEqual([
      '401 unAuthorized',
      'Bearer realm="citi"',
    ])
  })

  test('name the error when a token was refused', async ({ lab }) => {
    expect(header(await lab.call('unknown'), 'www-authenticate')).toContain('error="invalid_token"')
  })
})

test('a market that does not offer an operation refuses it', async ({ lab }) => {
  const { accessToken } = await lab.tokens()
  expect(outcome(await lab.call(accessToken, { method: 'POST', path: search }))).toBe(
    '403 accessNotConfigured',
  )
})
