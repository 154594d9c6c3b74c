import type { Server as HttpsServer } from 'node:https'
import type { Socket } from 'node:net'
import {
  type Authority,
  createAuthority,
  type IssuedCertificate,
  type LeafRequest,
} from '../certificates/authority.ts'
import type { TransportWeakness } from './behaviour.ts'

const day = 86_400_000
const tlsHandshakeRecord = 0x16

/** Suites that authenticate what they encrypt; those with a block cipher in CBC mode are left out. */
export const honestCiphers = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-RSA-CHACHA20-POLY1305',
].join(':')

/** The certificates of a sandbox: its own authority, an honest leaf, and on demand faulty ones. */
export class Certificates {
  readonly authority: Authority
  readonly honest: IssuedCertificate
  readonly #now: number

  private constructor(authority: Authority, honest: IssuedCertificate, now: number) {
    this.authority = authority
    this.honest = honest
    this.#now = now
  }

  /** Makes an authority and a leaf; OpenSSL looks at the machine's clock, so the dates are real ones. */
  static async create(now: Date): Promise<Certificates> {
    const authority = await createAuthority({ commonName: 'Reference sandbox CA', now })
    return new Certificates(authority, await authority.issue(leaf(now.getTime(), {})), now.getTime())
  }

  /** Issues a certificate with the named fault. */
  async faulty(fault: NonNullable<TransportWeakness['certificate']>): Promise<IssuedCertificate> {
    if (fault === 'foreign') {
      const other = await createAuthority({ commonName: 'Another CA', now: new Date(this.#now) })
      return other.issue(leaf(this.#now, {}))
    }
    const faults: Record<typeof fault, Partial<LeafRequest>> = {
      expired: { notBefore: new Date(this.#now - 60 * day), notAfter: new Date(this.#now - 30 * day) },
      'other-host': { dnsNames: ['other.example'], ipAddresses: [] },
      ending: { notAfter: new Date(this.#now + 3 * day) },
      rsa: { key: 'rsa' },
      weak: { key: 'rsa-1024' },
    }
    return this.authority.issue(leaf(this.#now, faults[fault]))
  }
}

function leaf(now: number, fault: Partial<LeafRequest>): LeafRequest {
  return {
    commonName: 'localhost',
    dnsNames: ['localhost'],
    ipAddresses: ['127.0.0.1', '::1'],
    notBefore: new Date(now - day),
    notAfter: new Date(now + 90 * day),
    usage: 'server',
    ...fault,
  }
}

/** Makes a running server as weak as told, and honest again; connections that stand already are not touched. */
export async function applyTransport(
  server: HttpsServer,
  certificates: Certificates,
  weakness: TransportWeakness,
): Promise<void> {
  const { certificate, plainHttp, minVersion = 'TLSv1.2', ciphers = honestCiphers, ...options } = weakness
  const { chainPem, keyPem } =
    certificate === undefined ? certificates.honest : await certificates.faulty(certificate)
  server.setSecureContext({ cert: chainPem, key: keyPem, minVersion, ciphers, ...options })
  answerPlainHttp(server, plainHttp === true)
}

type ConnectionListener = (socket: Socket) => void

const tlsListeners = new WeakMap<HttpsServer, ConnectionListener>()

/** Puts a listener before that of TLS which answers plain HTTP, or takes it away. */
function answerPlainHttp(server: HttpsServer, on: boolean): void {
  const tls = tlsListeners.get(server) ?? (server.listeners('connection')[0] as ConnectionListener)
  tlsListeners.set(server, tls)
  server.removeAllListeners('connection')
  server.on('connection', on ? (socket: Socket) => sniff(socket, (secure) => tls.call(server, secure)) : tls)
}

function sniff(socket: Socket, pass: (socket: Socket) => void): void {
  socket.once('readable', () => {
    const first = socket.read(1) as Buffer | null
    if (first === null) {
      socket.destroy()
      return
    }
    socket.unshift(first)
    if (first[0] === tlsHandshakeRecord) pass(socket)
    else
      // What is not read keeps a socket open, and with it the server, long after the answer.
      socket
        .resume()
        .end(
          'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}',
        )
  })
}
