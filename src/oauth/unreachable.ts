import { SuiteError, TransportError } from '../errors.ts'
import { transportError } from '../http/client.ts'
import type { Settings } from '../settings.ts'

interface Advice {
  readonly says: string
  readonly fix: string
}

/** Where a call went and what broke below HTTP. */
interface Failure {
  readonly url: URL
  readonly settings: Settings
  /** Node's code, for example `CERT_HAS_EXPIRED`. */
  readonly nodeCode: string
  readonly detail: string
}

/** What each failure means to the person who set the address. */
const advice: Readonly<Partial<Record<string, (failure: Failure) => Advice>>> = {
  'host-not-found': ({ url }) => ({
    says: `the host name ${url.hostname} does not resolve`,
    fix: 'correct the host name in CITI_BASE_URL, or check the name service of this machine',
  }),
  'port-closed': ({ url }) => ({
    says: `nothing listens on ${url.hostname} port ${portOf(url)}`,
    fix: 'start the target, or correct the address in CITI_BASE_URL',
  }),
  'tls-untrusted': (failure) => ({
    says: `its certificate is not trusted (${failure.detail})`,
    fix: certificateFix(failure),
  }),
  'tls-failed': (failure) => handshakeAdvice(failure),
  'timed-out': ({ settings }) => ({
    says: `no answer within ${settings.timeoutMs} ms`,
    fix: 'check that the target is up, or raise CITI_TIMEOUT_MS',
  }),
  'connection-cut': ({ url }) => ({
    says: 'the connection was cut before an answer came',
    fix:
      url.protocol === 'http:'
        ? 'write https:// in CITI_BASE_URL if the port speaks TLS, or check the target'
        : 'check the target and what stands before it; if it wants a client certificate, set CITI_CLIENT_CERT and CITI_CLIENT_KEY',
  }),
}

/** Says in one line, with one fix, why no answer came from the target; the setting is named. */
export function explainUnreachable(error: unknown, settings: Settings & { baseUrl: string }): SuiteError {
  const failure = error instanceof TransportError ? error : transportError('the call', error)
  const cause = failure.cause as { code?: string; message?: string } | undefined
  const { says, fix } = advice[failure.code]?.({
    url: new URL(settings.baseUrl),
    settings,
    nodeCode: cause?.code ?? '',
    detail: (cause?.message ?? '').split(/[\n;]/)[0] ?? '',
  }) ?? { says: failure.message, fix: 'correct CITI_BASE_URL' }
  return new TransportError(failure.code, `CITI_BASE_URL ${settings.baseUrl}: ${says}`, { fix, cause: error })
}

function handshakeAdvice({ nodeCode, url }: Failure): Advice {
  if (/WRONG_VERSION|PACKET_LENGTH/.test(nodeCode))
    return {
      says: `port ${portOf(url)} answers, but does not speak TLS`,
      fix: 'correct the port in CITI_BASE_URL, or write http:// if the target has no TLS',
    }
  return {
    says: `the TLS handshake failed (${nodeCode})`,
    fix: /PROTOCOL/.test(nodeCode)
      ? 'have the target offer TLS 1.2 or later'
      : 'set CITI_CLIENT_CERT and CITI_CLIENT_KEY if the target asks for a client certificate',
  }
}

function certificateFix({ nodeCode, settings }: Failure): string {
  if (nodeCode === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return 'write the host name in CITI_BASE_URL as the certificate names it'
  if (nodeCode === 'CERT_HAS_EXPIRED' || nodeCode === 'CERT_NOT_YET_VALID')
    return 'have the certificate renewed, or correct the clock of this machine'
  return settings.caFile === undefined
    ? 'set CITI_CA_FILE to the PEM file of the authority that signed it'
    : `CITI_CA_FILE (${settings.caFile}) is another authority: name the one that signed it`
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80')
}
