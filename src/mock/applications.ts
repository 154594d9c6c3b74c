import { randomBytes, randomUUID } from 'node:crypto'
import type { ApplicationCredentials } from './control.ts'

/** What an application may ask for. */
export interface RegisteredApplication extends Omit<ApplicationCredentials, 'role'> {
  /** `further` for those that came after the sandbox started. */
  readonly role: ApplicationCredentials['role'] | 'further'
  readonly grants: readonly string[]
  /** What it may ask customers for; everything, unless given. */
  readonly scopes?: readonly string[]
  /** The secret before the last regeneration, which opens nothing. */
  readonly formerSecret?: string
  /** Whether it belongs to a payment service provider, who acts for customers and never for itself. */
  readonly isProvider?: true
}

/** An application that the sandbox starts with. */
export type FirstApplication = RegisteredApplication & ApplicationCredentials

const everyGrant = ['client_credentials', 'authorization_code', 'card_authorization', 'refresh_token']

/** Registers the applications of a sandbox, with ids and secrets of their own. */
export function registerApplications(): FirstApplication[] {
  return [
    register('main', everyGrant, ['https://app.example/callback', 'http://localhost:8181/callback']),
    register('other', everyGrant, ['https://other.example/callback']),
    register('two-legged', ['client_credentials'], []),
  ]
}

/** Registers a further application for every grant. */
export function registerFurther(redirectUris: readonly string[]): RegisteredApplication {
  return register('further', everyGrant, redirectUris)
}

/** Makes a secret that cannot be guessed. */
export function newSecret(): string {
  return randomBytes(39).toString('base64url')
}

function register<Role extends RegisteredApplication['role']>(
  role: Role,
  grants: readonly string[],
  redirectUris: readonly string[],
): RegisteredApplication & { readonly role: Role } {
  return { role, grants, redirectUris, clientId: randomUUID(), clientSecret: newSecret() }
}
