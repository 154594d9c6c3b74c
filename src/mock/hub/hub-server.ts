import type { FastifyInstance } from 'fastify'
import { SettingsError } from '../../errors.ts'
import { findMarket } from '../../markets/index.ts'
import type { DeveloperHub } from './developer-hub.ts'

type Query = Readonly<Record<string, string | undefined>>

/** Serves the portal on the control plane, as JSON. */
export function serveHub(server: FastifyInstance, hub: DeveloperHub): void {
  server.get('/hub/applications', ({ query }) => hub.list(textOf(query as Query, 'developer')))
  server.get('/hub/catalogue', ({ query }) => {
    const market = findMarket(textOf(query as Query, 'market'))
    if (market === undefined) throw new SettingsError('setting-invalid', 'there is no such market')
    return hub.catalogue(market.id)
  })
  server.post('/hub/applications', ({ body }) => {
    const fields = (body ?? {}) as Query
    return hub.register({
      developer: textOf(fields, 'developer'),
      name: textOf(fields, 'name'),
      redirectUri: textOf(fields, 'redirectUri'),
    })
  })
  server.post('/hub/secret', ({ body }) => {
    const fields = (body ?? {}) as Query
    return hub.regenerate(textOf(fields, 'developer'), textOf(fields, 'clientId'))
  })
  server.post('/hub/team', async ({ body }, reply) => {
    const fields = (body ?? {}) as Query
    await hub.share(textOf(fields, 'developer'), textOf(fields, 'clientId'), textOf(fields, 'teammate'))
    return reply.code(204).send()
  })
}

function textOf(fields: Query, name: string): string {
  const value = fields[name]
  if (typeof value !== 'string' || value === '')
    throw new SettingsError('setting-invalid', `${name} is missing or not a text`)
  return value
}
