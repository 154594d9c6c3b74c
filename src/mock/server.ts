import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { STATUS_CODES } from 'node:http'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Answer } from './answer.ts'
import type { SandboxRequest } from './request.ts'
import { honestCiphers } from './transport.ts'
import type { Router, Unreadable } from './router.ts'

/** Below this path hangs the API; the rest of the host speaks the getting-started dialect. */
export const basePath = '/gcb/api'

/** The most bytes that are read of a body; what is larger than allowed is refused in its turn up to here. */
const mostBytes = 16 * 1024 * 1024

/** Makes the HTTPS server of a sandbox: it reads calls, and every answer is the router's. */
export function createServer(router: Router, https: { cert: string; key: string }): FastifyInstance {
  const respond = async (request: FastifyRequest, reply: FastifyReply, unreadable?: Unreadable) => {
    reply.hijack()
    send(reply, await router.answer(requestOf(request), unreadable))
  }
  const server = Fastify({
    // Every caller is asked for a certificate and none must have one: the router says which calls need it, and
    // judges it by the virtual clock, which TLS knows nothing of.
    https: {
      ...https,
      minVersion: 'TLSv1.2',
      ciphers: honestCiphers,
      requestCert: true,
      rejectUnauthorized: false,
    },
    bodyLimit: mostBytes,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    frameworkErrors: (_error, request, reply) =>
      void respond(request as FastifyRequest, reply as unknown as FastifyReply, 400),
    clientErrorHandler: (error, socket) => void refuseBytes(router, error, socket),
  }) as unknown as FastifyInstance
  server.removeAllContentTypeParsers()
  // The body stays text: repeated form fields and malformed JSON are the sandbox's own business.
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  server.setErrorHandler((error: { statusCode?: number }, request, reply) =>
    respond(request, reply, error.statusCode === 413 || error.statusCode === 415 ? error.statusCode : 400),
  )
  server.route({
    method: server.supportedMethods,
    url: '*',
    handler: (request, reply) => respond(request, reply),
  })
  server.setNotFoundHandler((request, reply) => respond(request, reply))
  return server
}

function requestOf(request: FastifyRequest): SandboxRequest {
  const url = request.raw.url ?? ''
  const mark = url.indexOf('?')
  // Clients made from the bank's own documents double the slash after the base.
  const address = (mark < 0 ? url : url.slice(0, mark)).replaceAll(/\/{2,}/g, '/')
  const isApi = address === basePath || address.startsWith(`${basePath}/`)
  return {
    method: request.method,
    path: isApi ? address.slice(basePath.length) : address,
    query: mark < 0 ? '' : url.slice(mark + 1),
    base: isApi ? 'api' : 'origin',
    headers: request.headers as Record<string, string | undefined>,
    body: typeof request.body === 'string' ? request.body : undefined,
    certificate: () => certificateOf(request.raw.socket),
  }
}

function certificateOf(socket: Socket): Uint8Array | undefined {
  if (!(socket instanceof TLSSocket)) return undefined
  // An absent certificate is an object without any field.
  const { raw } = socket.getPeerCertificate() as { raw?: Uint8Array }
  return raw
}

/** Writes an answer as it is: a framework that adds headers of its own would hide what is missing. */
function send({ raw }: FastifyReply, answer: Answer): void {
  const text = textOf(answer)
  const hasLength = answer.status !== 204 && answer.status !== 304
  raw.sendDate = false
  raw.writeHead(answer.status, {
    ...answer.headers,
    ...(hasLength ? { 'content-length': Buffer.byteLength(text) } : {}),
  })
  raw.end(hasLength ? text : undefined)
}

function textOf({ body }: Answer): string {
  if (body === undefined) return ''
  return typeof body === 'string' ? body : JSON.stringify(body)
}

/** Answers bytes that are no HTTP request; a connection that is not even TLS gets no answer. */
async function refuseBytes(router: Router, error: { code?: string }, socket: Socket): Promise<void> {
  const { code = '' } = error
  if (!code.startsWith('HPE_') || !socket.writable) {
    socket.destroy()
    return
  }
  const answer = await router.answer(undefined, code === 'HPE_HEADER_OVERFLOW' ? 431 : 400)
  const text = textOf(answer)
  const lines = Object.entries({
    ...answer.headers,
    connection: 'close',
    'content-length': Buffer.byteLength(text),
  }).map(([name, value]) => `${name}: ${value}`)
  const head = [`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}`, ...lines].join('\r\n')
  socket.end(`${head}\r\n\r\n${text}`)
}
