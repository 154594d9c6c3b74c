import { type SecureVersion, TLSSocket } from 'node:tls'
import pLimit from 'p-limit'
import { TransportError } from '../../errors.ts'
import type { TlsTarget } from '../connection.ts'
import { probePlainHttp } from '../plain-http.ts'
import { describeAnswer } from '../raw/answer.ts'
import { buildClientHello } from '../raw/client-hello.ts'
import type { VersionId } from '../raw/numbers.ts'
import { sendHello } from '../raw/send.ts'
import type { Ask } from './ask.ts'
import { probeCertificate } from './certificate-probe.ts'
import { probeClients } from './client-probe.ts'
import type { SurveyFacts } from './facts.ts'
import { acceptedVersions, newestBefore13, probeFeatures } from './feature-probe.ts'
import { askHttp, type HttpAnswer } from './http-probe.ts'
import type { Observed } from './observed.ts'
import { readStaple } from './ocsp.ts'
import { probeRenegotiation } from './renegotiation-probe.ts'
import { probeResumption } from './resumption-probe.ts'
import { openSession, unclearFor } from './session.ts'
import { probeSuites, type SuiteFacts } from './suite-probe.ts'
import { probeVersions, usualOffer, type VersionFacts } from './version-probe.ts'

/** What to survey. */
export interface SurveyTarget extends TlsTarget {
  /** The path of the one GET that looks for HSTS and for a refusal of the client. */
  readonly path: string
  /** How many connections may be open at once. */
  readonly concurrency: number
  /** How long the whole survey may take, in milliseconds; what is not answered by then is unclear. */
  readonly withinMs: number
}

/** Runs a task as soon as fewer connections than the limit are open. */
type Limit = <T>(task: () => Promise<T>) => Promise<T>

/** Looks at everything that a host shows in handshakes; TransportError where none comes about. */
export async function surveyHost(wanted: SurveyTarget): Promise<SurveyFacts> {
  const target = untilEnd(wanted, performance.now() + wanted.withinMs)
  const limit: Limit = pLimit(target.concurrency)
  const ask: Ask = (hello) => limit(() => sendHello(target, hello))
  const servername = target.servername ?? target.host
  const versions = await probeVersions(ask, servername)
  await refuseSilence(ask, versions, target)
  const [suites, features, sessions] = await Promise.all([
    probeAllSuites(ask, versions, servername),
    probeFeatures({ ask, servername, found: versions }),
    probeSessions(target, versions, limit),
  ])
  return {
    name: servername,
    versions,
    suites,
    features,
    ...sessions,
    asksForCertificate: readRequest(versions),
  }
}

/** The same target, with a time limit of each connection that never reaches beyond the end of the survey. */
function untilEnd(target: SurveyTarget, end: number): SurveyTarget {
  return {
    ...target,
    get timeoutMs() {
      return Math.max(1, Math.min(target.timeoutMs, Math.floor(end - performance.now())))
    },
  }
}

async function probeAllSuites(ask: Ask, found: VersionFacts, servername: string): Promise<SuiteFacts> {
  const accepted = acceptedVersions(found)
  const facts = await Promise.all(accepted.map((version) => probeSuites({ ask, version, servername })))
  return {
    accepted: facts.flatMap((fact) => fact.accepted),
    unclear: facts.flatMap((fact) => fact.unclear),
  }
}

/** What needs a whole handshake; each opens connections of its own. */
async function probeSessions(target: SurveyTarget, found: VersionFacts, limit: Limit) {
  const [certificate, tls12, tls13, renegotiation, http, plainHttp, clients] = await Promise.all([
    limit(() => probeCertificate(target)),
    limit(() => whenSpoken(found, 'tls12', () => probeResumption(target, 'TLSv1.2'))),
    limit(() => whenSpoken(found, 'tls13', () => probeResumption(target, 'TLSv1.3'))),
    limit(() => whenOlder(found, () => probeRenegotiation(target))),
    limit(() => probeHttp(target)),
    limit(() => probePlainHttp(target)),
    limit(() => probeClients(target, target.path)),
  ])
  const resumption = { 'TLSv1.2': tls12, 'TLSv1.3': tls13 } satisfies Partial<Record<SecureVersion, unknown>>
  return {
    certificate,
    staple: await readStapleOf(certificate),
    resumption,
    renegotiation,
    http,
    plainHttp,
    clients,
  }
}

async function whenSpoken<T>(
  found: VersionFacts,
  version: VersionId,
  probe: () => Promise<Observed<T>>,
): Promise<Observed<T>> {
  return acceptedVersions(found).includes(version)
    ? probe()
    : { notAsked: 'the host does not speak that version' }
}

async function whenOlder<T>(found: VersionFacts, probe: () => Promise<Observed<T>>): Promise<Observed<T>> {
  return newestBefore13(found) === undefined ? { notAsked: 'TLS 1.3 has no renegotiation' } : probe()
}

async function readStapleOf(certificate: SurveyFacts['certificate']): Promise<SurveyFacts['staple']> {
  if (!('seen' in certificate)) return certificate
  const { staple, chain } = certificate.seen
  return { seen: staple === undefined ? undefined : await readStaple(staple, chain) }
}

async function probeHttp(target: SurveyTarget): Promise<Observed<HttpAnswer>> {
  const socket = await openSession(target)
  if (!(socket instanceof TLSSocket)) return unclearFor(socket)
  const { path, timeoutMs, host, servername = host } = target
  const answer = await askHttp(socket, { host: servername, path, timeoutMs: timeoutMs / 2 })
  socket.destroy()
  return answer === undefined ? { notAsked: 'the host does not answer HTTP' } : { seen: answer }
}

function readRequest(found: VersionFacts): SurveyFacts['asksForCertificate'] {
  const newest = newestBefore13(found)
  if (newest === undefined) return { notAsked: 'TLS 1.3 hides the request' }
  return { seen: newest.agreement.flight.asksForCertificate }
}

/** A host that agrees to nothing has nothing to survey; one that agrees to a client that names nobody has a fault. */
async function refuseSilence(ask: Ask, found: VersionFacts, target: SurveyTarget): Promise<void> {
  const isSsl2 = 'seen' in found.ssl2 && found.ssl2.seen === 'accepted'
  if (isSsl2 || acceptedVersions(found).length > 0) return
  const answer = await ask(buildClientHello(usualOffer('tls12', undefined)))
  if (answer.kind === 'hello') return
  const code =
    answer.kind === 'unreachable' ? 'port-closed' : answer.kind === 'silent' ? 'timed-out' : 'tls-failed'
  const what = answer.kind === 'alert' ? unclearVersion(found) : undefined
  throw new TransportError(code, `${target.host}:${target.port} ${what ?? describeAnswer(answer)}`, {
    fix: 'check the address, and that the port speaks TLS',
  })
}

/** What kept a version from being seen: where there is such a thing, an alert about another version is no answer. */
function unclearVersion({ agreements }: VersionFacts): string | undefined {
  const unclear = Object.values(agreements).flatMap((outcome) =>
    'unclear' in outcome ? [outcome.unclear] : [],
  )
  return unclear.at(-1)?.replace(/^the server /, '')
}
