import { randomBytes, randomUUID } from 'node:crypto'
import type { ApplicationCredentials } from './control.ts'

/** What an application may ask for. */
export interface RegisteredApplication extends ApplicationCredentials {
  readonly grants: readonly string[]
}

const everyGrant = ['client_credentials', 'authorization_code', 'refresh_token']

/** Registers the applications of a sandbox, with ids and secrets of their own. */
export function registerApplications(): RegisteredApplication[] {
  return [
    register('main', everyGrant, ['https://app.example/callback', 'http://localhost:8181/callback']),
    register('other', everyGrant, ['https://other.example/callback']),
    register('two-legged', ['client_credentials'], []),
  ]
}

function register(
  role: ApplicationCredentials['role'],
  grants: string[],
  redirectUris: string[],
): RegisteredApplication {
  return {
    role,
    grants,
    redirectUris,
    clientId: randomUUID(),
    clientSecret: randomBytes(39).toString('base64url'),
  }
}
