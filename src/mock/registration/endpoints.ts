import type { ProviderCertificate } from '../../certificates/read.ts'
import type { Operation } from '../../contract/types.ts'
import { type Answer, empty, json } from '../answer.ts'
import type { RegisteredApplication } from '../applications.ts'
import { admit, asResource } from '../gateway.ts'
import type { AccessToken } from '../grants.ts'
import { isAnswer, neverCached } from '../oauth-error.ts'
import { refusal } from '../refusals.ts'
import type { Endpoint, World } from '../world.ts'
import { identifyProvider } from './certificate.ts'
import { dropClient, keepClient, type RegisteredClient } from './clients.ts'
import { readStatement, type SoftwareStatement } from './statement.ts'

/** A call of registration that comes with the right token, over a connection with the right certificate. */
interface Registration {
  readonly world: World
  readonly operation: Operation
  readonly params: Readonly<Record<string, string>>
  readonly body: string | undefined
  readonly token: AccessToken
  /** Undefined where the call needs no certificate. */
  readonly provider: ProviderCertificate | undefined
}

/** Makes a client out of a statement. @see https://www.rfc-editor.org/rfc/rfc7591#section-3 */
export const registerClient = registration(async (call) => {
  const statement = await statementOf(call)
  return isAnswer(statement) ? statement : describe(call, keepClient(call.world, statement))
})

/** Shows a client. @see https://www.rfc-editor.org/rfc/rfc7592#section-2.1 */
export const getClient = registration((call) => {
  const client = findClient(call)
  return isAnswer(client) ? client : describe(call, applicationOf(call.world, client))
})

/** Replaces what is registered. @see https://www.rfc-editor.org/rfc/rfc7592#section-2.2 */
export const updateClient = registration(async (call) => {
  const client = findClient(call)
  if (isAnswer(client)) return client
  const statement = await statementOf(call)
  if (isAnswer(statement)) return statement
  const known = applicationOf(call.world, client)
  if (statement.softwareId !== client.softwareId) return refuseStatement(call)
  if (!call.world.behaviour.enforces('registration.change')) return describe(call, known)
  return describe(call, keepClient(call.world, statement, known))
})

/** Ends a client and its tokens. @see https://www.rfc-editor.org/rfc/rfc7592#section-2.3 */
export const deleteClient = registration((call) => {
  const client = findClient(call)
  if (isAnswer(client)) return client
  dropClient(call.world, client.clientId)
  return empty(200)
})

function registration(act: (call: Registration) => Answer | Promise<Answer>): Endpoint {
  return async (world, request) => {
    const { operation, params } = request
    if (operation === undefined) return refusal(404, undefined)
    const routed = { operation, params, request }
    const token = admit(world, routed)
    if (isAnswer(token)) return asResource(routed, token)
    const provider = operation.mutualTls === true ? await identifyProvider(world, request) : undefined
    if (provider !== undefined && isAnswer(provider)) return asResource(routed, provider)
    const { body } = request
    return asResource(routed, await act({ world, operation, params, body, token, provider }))
  }
}

async function statementOf(call: Registration): Promise<SoftwareStatement | Answer> {
  const { software_statement: text } = JSON.parse(call.body ?? '{}') as { software_statement?: unknown }
  return (await readStatement(call.world, String(text), call.provider)) ?? refuseStatement(call)
}

function refuseStatement({ operation }: Registration): Answer {
  return refusal(422, operation, { fault: { name: 'software_statement' } })
}

/** A client id that nobody has costs the caller its token; that of somebody else's client is not for the caller. */
function findClient({ world, operation, params, token, provider }: Registration): RegisteredClient | Answer {
  const { behaviour, clients } = world
  const client = clients.clients.get(params['client_id'] ?? '')
  if (client === undefined) {
    if (behaviour.enforces('registration.unknown-revokes')) token.revoked = true
    return behaviour.enforces('registration.unknown') ? refuseUnknown(operation) : empty(204)
  }
  const isOwn = provider === undefined || client.organisationId === provider.organisationId
  return isOwn || !behaviour.enforces('registration.owner') ? client : refusal(403, operation)
}

function refuseUnknown(operation: Operation): Answer {
  return refusal(401, operation, {
    headers: { 'www-authenticate': 'Bearer realm="citi", error="invalid_token"' },
  })
}

function applicationOf({ applications }: World, { clientId }: RegisteredClient): RegisteredApplication {
  return applications.find((application) => application.clientId === clientId) as RegisteredApplication
}

function describe({ world }: Registration, application: RegisteredApplication): Answer {
  const { clientId, clientSecret, redirectUris, grants, scopes } = application
  const body = {
    grant_type: grants,
    client_id: clientId,
    client_secret: clientSecret,
    client_secret_expires_at: '0',
    redirect_uris: redirectUris.join(' '),
    token_endpoint_auth_method: 'client_secret_basic',
    response_types: ['code'],
    scope: scopes,
    // The capital letter is real.
    software_Id: world.clients.clients.get(clientId)?.softwareId,
  }
  return json(200, body, neverCached)
}
