import { TLSSocket } from 'node:tls'
import type { TlsTarget } from '../connection.ts'
import type { Observed } from './observed.ts'
import { openSession, unclearFor } from './session.ts'

/** What a host presents in a handshake, as it was sent. */
export interface Presented {
  /** In DER, the host's own first; a root that only this machine knows may end it. */
  readonly chain: readonly Buffer[]
  /** What OpenSSL has against the chain, by this machine's clock; undefined when it leads to a trusted root. */
  readonly problem: string | undefined
  /** The stapled OCSP answer in DER; undefined when none was sent. */
  readonly staple: Buffer | undefined
}

/** Looks at the certificates of a host, and asks for an OCSP answer with them. */
export async function probeCertificate(target: TlsTarget): Promise<Observed<Presented>> {
  let staple: Buffer | undefined
  const prepare = (socket: TLSSocket) =>
    socket.once('OCSPResponse', (answer: Buffer | null) => (staple = answer ?? undefined))
  const socket = await openSession(target, { prepare, settings: { requestOCSP: true } })
  if (!(socket instanceof TLSSocket)) return unclearFor(socket)
  const chain = readChain(socket.getPeerCertificate(true))
  const problem = socket.authorized ? undefined : String(socket.authorizationError)
  socket.destroySoon()
  return chain.length === 0
    ? { unclear: 'the host sent no certificate' }
    : { seen: { chain, problem, staple } }
}

/** A certificate of a chain; the types of Node promise more than there is. */
interface Link {
  readonly raw?: Buffer
  readonly issuerCertificate?: Link
}

/** Node links the certificates in a ring: a root is its own issuer. */
function readChain(first: Link): Buffer[] {
  const chain = new Map<string, Buffer>()
  let link: Link | undefined = first
  while (link?.raw !== undefined && !chain.has(link.raw.toString('hex'))) {
    chain.set(link.raw.toString('hex'), link.raw)
    link = link.issuerCertificate
  }
  return [...chain.values()]
}
