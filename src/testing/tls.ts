import { inspectCertificate, type CertificateFacts } from '../tls/certificate.ts'
import type { TlsTarget } from '../tls/connection.ts'
import { type ControlServer, createControlServer } from '../tls/control-server.ts'
import { judgeOffer } from '../tls/judge.ts'
import { type OfferId, offers } from '../tls/offers.ts'
import { type PlainHttpOutcome, probePlainHttp } from '../tls/plain-http.ts'
import { test as base } from './fixtures.ts'
import { notObserved } from './not-observed.ts'

/** What the prober sees of the target's port. */
export interface TlsProbe {
  /** Says `accepted` or `refused`; the test is unclear when the evidence allows neither. */
  offer(id: OfferId): Promise<'accepted' | 'refused'>
  certificate(): Promise<CertificateFacts>
  plainHttp(): Promise<PlainHttpOutcome>
}

/** The test with a prober of TLS handshakes. */
export const test = base.extend<{ tls: TlsProbe; controlServer: ControlServer }>({
  controlServer: async ({}, use) => {
    const server = createControlServer()
    await use(server)
    await server.close()
  },
  tls: async ({ target, controlServer, recorder: _ }, use) => {
    const { hostname, port, protocol } = new URL(target.baseUrl)
    if (protocol !== 'https:') notObserved(`the target does not speak TLS: ${target.baseUrl}`)
    const place: TlsTarget = {
      host: hostname,
      port: Number(port || '443'),
      servername: hostname,
      timeoutMs: target.settings.timeoutMs,
      ...(target.ca === undefined || !target.settings.sandbox ? {} : { ca: target.ca }),
    }
    await use({
      offer: (id) => judge(id, place, controlServer),
      certificate: () => inspectCertificate(place, { now: new Date() }),
      plainHttp: () => probePlainHttp({ host: place.host, port: place.port, timeoutMs: place.timeoutMs }),
    })
  },
})

async function judge(id: OfferId, place: TlsTarget, server: ControlServer): Promise<'accepted' | 'refused'> {
  const { verdict, evidence } = await judgeOffer(offers[id], place, server)
  return verdict === 'unclear' ? notObserved(`unclear: ${evidence.at(-1) ?? ''}`) : verdict
}
