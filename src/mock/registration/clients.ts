import type { PaymentRole } from '../../certificates/payment-roles.ts'
import type { RegisteredApplication } from '../applications.ts'
import { newSecret } from '../applications.ts'
import type { World } from '../world.ts'
import type { SoftwareStatement } from './statement.ts'

/** A client that came through registration. */
export interface RegisteredClient {
  readonly clientId: string
  readonly softwareId: string
  /** Whose client it is; empty where registration asks for no certificate. */
  readonly organisationId: string
}

/** The clients that came through registration, and the statements that are used up. */
export class ClientRegister {
  readonly clients = new Map<string, RegisteredClient>()
  /** Identifiers (jti) of statements that were accepted. */
  readonly usedStatements = new Set<string>()

  /** Forgets everything. */
  clear(): void {
    this.clients.clear()
    this.usedStatements.clear()
  }
}

/** What each role lets a provider ask customers for. */
const scopesOfRole: Readonly<Record<PaymentRole, readonly string[]>> = {
  PSP_AS: [],
  PSP_AI: ['accounts_details_transactions', 'customers_profiles'],
  PSP_PI: [
    'payees',
    'personal_domestic_transfers',
    'internal_domestic_transfers',
    'external_domestic_transfers',
    'bill_payments',
  ],
  PSP_IC: ['accounts_details_transactions'],
}

/** Writes down what a statement says of a client, new or known, and what it may do from now on. */
export function keepClient(
  { clients, applications }: World,
  { softwareId, organisationId, redirectUris, roles }: SoftwareStatement,
  known: Pick<RegisteredApplication, 'clientId' | 'clientSecret'> = newCredentials(),
): RegisteredApplication {
  const { clientId, clientSecret } = known
  const application: RegisteredApplication = {
    role: 'further',
    clientId,
    clientSecret,
    redirectUris,
    grants: ['authorization_code', 'refresh_token'],
    scopes: [...new Set(roles.flatMap((role) => scopesOfRole[role]))],
    isProvider: true,
  }
  clients.clients.set(clientId, { clientId, softwareId, organisationId })
  const at = applications.findIndex((other) => other.clientId === clientId)
  applications.splice(at < 0 ? applications.length : at, at < 0 ? 0 : 1, application)
  return application
}

function newCredentials(): Pick<RegisteredApplication, 'clientId' | 'clientSecret'> {
  return { clientId: crypto.randomUUID(), clientSecret: newSecret() }
}

/** Ends a client: its credentials, and every token that it holds. */
export function dropClient({ behaviour, clients, applications, grants }: World, clientId: string): void {
  clients.clients.delete(clientId)
  const at = applications.findIndex((application) => application.clientId === clientId)
  if (at >= 0 && behaviour.enforces('registration.deletion')) applications.splice(at, 1)
  if (behaviour.enforces('registration.deletion-tokens')) grants.endClient(clientId)
}
