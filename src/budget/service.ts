import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import type { Ledger } from './ledger.ts'
import type { Limiter } from './limiter.ts'
import { serveShared } from './shared-service.ts'
import type { SharedValues } from './shared-values.ts'
import type { Told } from './told-limits.ts'

/** What the service keeps for all workers of a run. */
export interface Kept {
  readonly limiter: Limiter
  /** Undefined where no other run uses the target. */
  readonly ledger: Ledger | undefined
  readonly now: () => number
  /** What the workers make once for all of them; undefined where each makes its own. */
  readonly shared?: SharedValues | undefined
}

/**
 * Serves the budget of a run to its workers, which are processes of their own: plain HTTP on loopback, at an
 * address that nobody can guess. It ends with the process; returns that address.
 */
export async function serveBudget({ limiter, ledger, now, shared }: Kept): Promise<string> {
  const server = Fastify({ forceCloseConnections: true })
  const secret = randomBytes(24).toString('hex')
  server.post(`/${secret}/take`, (request) => {
    const { provoking = false } = request.body as { provoking?: boolean }
    const turn = limiter.take(provoking)
    if (turn.kind === 'go') ledger?.add(now())
    return turn
  })
  server.post(`/${secret}/done`, async (request, reply) => {
    const { ticket, told } = request.body as { ticket: number; told?: Told }
    limiter.done(ticket, told)
    if (told?.waitSeconds !== undefined) ledger?.spend(now(), limiter.state().perMinute)
    return reply.code(204).send()
  })
  if (shared !== undefined) serveShared(server, secret, shared)
  await server.listen({ host: '127.0.0.1', port: 0 })
  server.server.unref()
  return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/${secret}`
}
