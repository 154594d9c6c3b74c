import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { SettingsError } from '../errors.ts'
import type { Control } from './control.ts'
import { serveHub } from './hub/hub-server.ts'

/** A running control plane. */
export interface ControlServer {
  readonly url: string
  close(): Promise<void>
}

/** Serves the control plane as plain HTTP on loopback, and to nobody who asks for another host. */
export async function startControlServer(control: Control, port: number): Promise<ControlServer> {
  const server = Fastify({ forceCloseConnections: true })
  // JSON alone, and no foreign origin: otherwise any web page that a developer opens could turn the clock.
  server.removeContentTypeParser('text/plain')
  server.addHook('onRequest', async ({ headers }, reply) => {
    if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(headers.host ?? ''))
      await reply.code(403).send('the control plane serves loopback only\n')
    else if (headers.origin !== undefined)
      await reply.code(403).send('the control plane serves no web pages\n')
  })
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
    reply.code(error.statusCode ?? 400).send(`${error.message}\n`),
  )
  server.get('/credentials', () => control.credentials())
  server.get('/providers', () => control.providers())
  serveHub(server, control.hub)
  const spanKeys = ['days', 'hours', 'minutes', 'seconds']
  post('/advance', (body) => control.advance(numbersOf(body, spanKeys)))
  post('/reset', () => control.reset())
  post('/quota', (body) => control.setQuota(quotaOf(body)))
  post('/defects', (body) => control.switchOn(textsOf(body, 'defects')))
  post('/withdraw', (body) => control.withdrawConsents(textOf(body, 'username')))
  post('/answer-next', (body) => control.answerNext(textOf(body, 'operationId'), statusOf(body)))
  try {
    await server.listen({ host: '127.0.0.1', port })
  } catch (cause) {
    throw new SettingsError('port-in-use', `port ${port} is in use`, {
      cause,
      fix: 'stop what listens there, or choose another with --control-port',
    })
  }
  return {
    url: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    close: async () => server.close(),
  }

  function post(path: string, act: (body: Record<string, unknown>) => Promise<void>): void {
    server.post(path, async (request, reply) => {
      await act(objectOf(request.body))
      return reply.code(204).send()
    })
  }
}

function objectOf(body: unknown): Record<string, unknown> {
  if (body === undefined) return {}
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new SettingsError('setting-invalid', 'the body is not a JSON object')
  return body as Record<string, unknown>
}

function quotaOf(body: Record<string, unknown>): number | undefined {
  const { callsPerMinute } = numbersOf(body, ['callsPerMinute'])
  if (callsPerMinute === undefined || (Number.isInteger(callsPerMinute) && callsPerMinute >= 1))
    return callsPerMinute
  throw new SettingsError('setting-invalid', 'callsPerMinute is not a whole number of 1 or more')
}

function statusOf({ status }: Record<string, unknown>): number | undefined {
  if (status === undefined || (typeof status === 'number' && Number.isInteger(status))) return status
  throw new SettingsError('setting-invalid', 'status is not a whole number')
}

function numbersOf(body: Record<string, unknown>, allowed: readonly string[]): Record<string, number> {
  for (const [name, value] of Object.entries(body)) {
    if (!allowed.includes(name))
      throw new SettingsError('setting-invalid', `unknown field ${name}; known are ${allowed.join(', ')}`)
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
      throw new SettingsError('setting-invalid', `${name} is not a number of 0 or more`)
  }
  return body as Record<string, number>
}

function textOf(body: Record<string, unknown>, name: string): string {
  const value = body[name]
  if (typeof value !== 'string' || value === '')
    throw new SettingsError('setting-invalid', `${name} is missing or not a text`)
  return value
}

function textsOf(body: Record<string, unknown>, name: string): string[] {
  const value = body[name]
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'string'))
    throw new SettingsError('setting-invalid', `${name} is not a list of texts`)
  return value as string[]
}
