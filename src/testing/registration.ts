import { redirectUri } from '../oauth/payment-provider.ts'
import { Application } from '../oauth/application.ts'
import type { Reply } from '../http/client.ts'
import type { Caller } from './caller.ts'
import { notObserved, positiveControl } from './not-observed.ts'
import { operationOf } from './operations.ts'

/** The members of a registration answer that the journeys use. */
export interface ClientMetadata {
  readonly client_id: string
  readonly client_secret: string
  readonly redirect_uris: string
  readonly software_Id: string
}

/** Reads what a registration call tells of a client. */
export function metadataOf(reply: Reply): Partial<ClientMetadata> {
  return reply.json ?? {}
}

/** Registers a client and returns it as an application; the test is unclear when that fails. */
export async function registerApplication(caller: Caller): Promise<Application> {
  const reply = positiveControl(await caller.call(operationOf('registerClient')))
  const { client_id: clientId, client_secret: clientSecret } = metadataOf(reply)
  if (clientId === undefined || clientSecret === undefined)
    return notObserved('unclear: the registration gave no credentials')
  return new Application(caller.app.client, caller.app.market, { clientId, clientSecret, redirectUri })
}
