import type { FastifyInstance } from 'fastify'
import type { Asked, Made, SharedValues } from './shared-values.ts'

/** Serves values that workers share, at the address of the budget. */
export function serveShared(server: FastifyInstance, secret: string, shared: SharedValues): void {
  server.post(`/${secret}/ask`, (request) => shared.ask(request.body as Asked))
  server.post(`/${secret}/prolong`, async (request, reply) => {
    shared.prolong((request.body as { lease: number }).lease)
    return reply.code(204).send()
  })
  server.post(`/${secret}/settle`, async (request, reply) => {
    const { lease, made } = request.body as { lease: number; made?: Made }
    shared.settle(lease, made)
    return reply.code(204).send()
  })
}
