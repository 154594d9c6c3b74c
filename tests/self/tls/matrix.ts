import type { SurveyRuleId } from '../../../src/tls/survey/rules.ts'
import type { Identities } from './identities.ts'
import type { Lab, Place } from './lab.ts'
import { clientServers } from './matrix-clients.ts'
import { nginxServers } from './matrix-nginx.ts'
import { nodeServers } from './matrix-node.ts'
import { opensslServers } from './matrix-openssl.ts'
import { rawServers } from './matrix-raw.ts'

/** A server of the matrix. */
export interface MatrixServer {
  readonly id: string
  /** The program of the machine that it needs; Node's own servers need none. */
  readonly needs?: 'openssl' | 'nginx'
  /** Whether the survey is given the certificate of a client that the lab knows. */
  readonly client?: true
  /** Exactly the rules that a survey must report; none for a good server. */
  readonly breaks: readonly SurveyRuleId[]
  readonly start: (lab: Lab, identities: Identities) => Promise<Place>
}

/** Every server, good and bad. */
export const matrix: readonly MatrixServer[] = [
  ...nodeServers,
  ...opensslServers,
  ...nginxServers,
  ...clientServers,
  ...rawServers,
]
