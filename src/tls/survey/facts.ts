import type { PlainHttpOutcome } from '../plain-http.ts'
import { versionNames } from '../raw/numbers.ts'
import type { Presented } from './certificate-probe.ts'
import type { ClientFacts } from './client-probe.ts'
import type { FeatureFacts } from './feature-probe.ts'
import type { HttpAnswer } from './http-probe.ts'
import type { Observed } from './observed.ts'
import type { StapleFacts } from './ocsp.ts'
import type { SuiteFacts } from './suite-probe.ts'
import { type VersionFacts, versionIds } from './version-probe.ts'

/** Everything that a survey saw of a host; the checks look at nothing else. */
export interface SurveyFacts {
  /** The name that the certificate must hold: that of the host, unless another was asked for. */
  readonly name: string
  readonly versions: VersionFacts
  readonly suites: SuiteFacts
  readonly features: FeatureFacts
  readonly certificate: Observed<Presented>
  /** The stapled OCSP answer; `seen: undefined` when none was sent. */
  readonly staple: Observed<StapleFacts | undefined>
  /** Whether a session was resumed, by version. */
  readonly resumption: Readonly<Record<'TLSv1.2' | 'TLSv1.3', Observed<boolean>>>
  /** Whether a client may start a new handshake in a connection. */
  readonly renegotiation: Observed<boolean>
  readonly http: Observed<HttpAnswer>
  readonly plainHttp: PlainHttpOutcome
  readonly clients: Observed<ClientFacts>
  /** Whether the host asks a client for a certificate, as far as its flight is in the clear. */
  readonly asksForCertificate: Observed<boolean>
}

/** Says why nobody can tell that a host has no further suites; undefined when each version was agreed to or refused. */
export function findDoubt({ versions, suites }: SurveyFacts): string | undefined {
  const open = versionIds.find((id) => !('seen' in versions.agreements[id]))
  if (open !== undefined) return `nobody knows whether the host speaks ${versionNames[open]}`
  return suites.accepted.length === 0 ? 'the host agreed to no suite' : undefined
}
