import { json } from './answer.ts'
import { refusal } from './refusals.ts'
import { refuseHeaders } from './validate.ts'
import type { Endpoint } from './world.ts'

/** Answers the catalogue call of the third-party sample to whoever holds the key of an application. */
export const listCatalogue: Endpoint = (world, { operation, ...request }) => {
  const key = request.headers['x-api-key']
  const isKnown = world.applications.some(({ clientId }) => clientId === key)
  const rule = key === undefined ? 'catalogue.key' : 'catalogue.key-known'
  if (!isKnown && world.behaviour.enforces(rule))
    return refusal(401, operation, { headers: { 'www-authenticate': 'ApiKey realm="citi"' } })
  const refused = operation === undefined ? undefined : refuseHeaders(world, operation, request)
  const data = {
    result: 'Data from Citi',
    description: 'All Citigroup account and statement data APIs',
    timestamp: world.clock.now().toISOString(),
  }
  return refused ?? json(200, { status: 'success', data }, { 'cache-control': 'no-store' })
}
