import { TLSSocket } from 'node:tls'
import { issueSelfSigned } from '../../certificates/authority.ts'
import type { TlsTarget } from '../connection.ts'
import { describeOutcome, type HandshakeFailure } from '../outcome.ts'
import { askHttp } from './http-probe.ts'
import type { Observed } from './observed.ts'
import { openSession, unclearFor } from './session.ts'

/** What a host does with a client of which kind. */
export interface ClientFacts {
  readonly none: ClientOutcome
  /** A certificate that nobody vouches for. */
  readonly wrong: ClientOutcome
  /** The certificate that the caller gave. */
  readonly right: ClientOutcome
}

/** How a connection of a client ended. */
export type ClientOutcome =
  | { readonly kind: 'refused'; readonly how: string }
  | { readonly kind: 'answered'; readonly status: number; readonly aboutCertificate: boolean }
  /** Neither a refusal nor an answer: at TLS 1.3 the end of a handshake says nothing of the client's certificate. */
  | { readonly kind: 'unclear'; readonly why: string }

/** Tries a host without client certificate, with a wrong one and with the caller's. */
export async function probeClients(target: TlsTarget, path: string): Promise<Observed<ClientFacts>> {
  const { clientCertificate } = target
  if (clientCertificate === undefined) return { notAsked: 'no client certificate was given (--cert, --key)' }
  const [none, wrong, right] = await Promise.all([
    tryClient(target, path, undefined),
    tryClient(target, path, await issueWrong()),
    tryClient(target, path, clientCertificate),
  ])
  return { seen: { none, wrong, right } }
}

async function tryClient(
  target: TlsTarget,
  path: string,
  clientCertificate: TlsTarget['clientCertificate'],
): Promise<ClientOutcome> {
  const socket = await openSession({ ...target, clientCertificate })
  if (!(socket instanceof TLSSocket)) return readFailure(socket)
  let isAlerted = false
  socket.once('error', () => (isAlerted = true))
  const answer = await askHttp(socket, {
    host: target.servername ?? target.host,
    path,
    timeoutMs: target.timeoutMs,
  })
  const isCut = socket.readableEnded || isAlerted
  socket.destroy()
  if (answer === undefined)
    return isCut
      ? { kind: 'refused', how: 'closed after the handshake' }
      : { kind: 'unclear', why: 'the host does not answer HTTP' }
  return { kind: 'answered', status: answer.status, aboutCertificate: /certificate/i.test(answer.text) }
}

/** Only what the host itself does is a refusal. */
function readFailure(failure: HandshakeFailure): ClientOutcome {
  const isRefusal = failure.kind === 'refused-by-peer' || failure.kind === 'closed-by-peer'
  return isRefusal
    ? { kind: 'refused', how: describeOutcome(failure) }
    : { kind: 'unclear', why: unclearFor(failure).unclear }
}

/** Its dates are fixed, so that no clock is needed. */
async function issueWrong() {
  const { certificatePem, keyPem } = await issueSelfSigned({
    commonName: 'a client that nobody knows',
    notBefore: new Date('2000-01-01'),
    notAfter: new Date('2099-12-31'),
    usage: 'client',
  })
  return { cert: certificatePem, key: keyPem }
}
