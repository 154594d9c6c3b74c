import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { createAuthority } from '../certificates/authority.ts'
import type { Contract } from '../contract/types.ts'
import { Validators } from '../contract/validators.ts'
import { SettingsError } from '../errors.ts'
import type { Answer } from './answer.ts'
import { Clock } from './clock.ts'
import { type Control } from './control.ts'
import { startControlServer } from './control-server.ts'
import { createControl } from './local-control.ts'
import type { SandboxRequest } from './request.ts'
import { Router } from './router.ts'
import { createWorld } from './world.ts'

/** Below this path hangs the API; the rest of the host speaks the getting-started dialect. */
const basePath = '/gcb/api'

/** How to start a sandbox. */
export interface SandboxOptions {
  readonly contract: Contract
  readonly schemasDirectory: string
  readonly clock: 'frozen' | 'running'
  /** When the virtual time starts; now, unless given. */
  readonly startAt?: Date
  /** Port on loopback; 0 takes any. */
  readonly port?: number
  /** Port of the control plane on loopback; undefined opens none. */
  readonly controlPort?: number | undefined
}

/** A running sandbox. */
export interface Sandbox {
  readonly baseUrl: string
  readonly originUrl: string
  readonly controlUrl: string | undefined
  /** The certificate authority to trust, in PEM. */
  readonly caPem: string
  readonly control: Control
  close(): Promise<void>
}

/** Starts the reference sandbox on loopback; SettingsError `port-in-use` when the port is taken. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const clock = new Clock(options.clock, options.startAt ?? new Date())
  const world = createWorld({
    contract: options.contract,
    validators: new Validators(options.schemasDirectory),
    schemasDirectory: options.schemasDirectory,
    clock,
  })
  const { certificatePem, keyPem, caPem } = await createCertificate()
  const server = createServer(new Router(world), { cert: certificatePem, key: keyPem })
  const port = await listen(server, options.port ?? 0)
  const control = createControl(world)
  const controlServer =
    options.controlPort === undefined ? undefined : await startControlServer(control, options.controlPort)
  const originUrl = `https://localhost:${port}`
  return {
    baseUrl: originUrl + basePath,
    originUrl,
    controlUrl: controlServer?.url,
    caPem,
    control,
    close: async () => {
      await Promise.all([server.close(), controlServer?.close()])
    },
  }
}

async function createCertificate(): Promise<{ certificatePem: string; keyPem: string; caPem: string }> {
  // OpenSSL looks at the machine's clock, so these dates are real, whatever the virtual clock says.
  const now = Date.now()
  const span = { notBefore: new Date(now - 86_400_000), notAfter: new Date(now + 90 * 86_400_000) }
  const authority = await createAuthority({ commonName: 'Reference sandbox CA', now: new Date(now) })
  const leaf = await authority.issue({
    commonName: 'localhost',
    dnsNames: ['localhost'],
    ipAddresses: ['127.0.0.1', '::1'],
    ...span,
    usage: 'server',
  })
  return { certificatePem: leaf.chainPem, keyPem: leaf.keyPem, caPem: authority.certificatePem }
}

function createServer(router: Router, https: { cert: string; key: string }): FastifyInstance {
  const server = Fastify({
    https: { ...https, minVersion: 'TLSv1.2' },
    bodyLimit: 16 * 1024 * 1024,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    frameworkErrors: (_error, request, reply) =>
      void send(reply as unknown as FastifyReply, router.answer(requestOf(request as FastifyRequest))),
  }) as unknown as FastifyInstance
  server.removeAllContentTypeParsers()
  // The body stays text: repeated form fields and malformed JSON are the sandbox's own business.
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  server.route({
    method: server.supportedMethods,
    url: '*',
    handler: (request, reply) => send(reply, router.answer(requestOf(request))),
  })
  return server
}

function requestOf(request: FastifyRequest): SandboxRequest {
  const [address = '', query = ''] = request.raw.url?.split('?') ?? []
  const isApi = address === basePath || address.startsWith(`${basePath}/`)
  return {
    method: request.method,
    path: isApi ? address.slice(basePath.length).replace(/^\/\/+/, '/') : address,
    query,
    base: isApi ? 'api' : 'origin',
    headers: request.headers as Record<string, string | undefined>,
    body: typeof request.body === 'string' ? request.body : undefined,
  }
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  reply.code(answer.status)
  reply.headers(answer.headers)
  return reply.send(
    answer.body === undefined
      ? ''
      : typeof answer.body === 'string'
        ? answer.body
        : JSON.stringify(answer.body),
  )
}

async function listen(server: FastifyInstance, port: number): Promise<number> {
  try {
    await server.listen({ host: '127.0.0.1', port })
  } catch (cause) {
    throw new SettingsError('port-in-use', `port ${port} is in use`, {
      cause,
      fix: 'stop what listens there, or choose another with --port',
    })
  }
  return (server.server.address() as AddressInfo).port
}
