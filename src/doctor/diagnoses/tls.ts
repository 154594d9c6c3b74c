import { once } from 'node:events'
import { isIP } from 'node:net'
import { connect, type ConnectionOptions, rootCertificates } from 'node:tls'
import { readTrust } from '../../oauth/trust.ts'
import { explainUnreachable } from '../../oauth/unreachable.ts'
import { placeOf } from '../connect.ts'
import type { TargetSettings } from '../patient.ts'
import { type Diagnosis, good } from '../types.ts'

/** The handshake succeeds, and the certificate leads to an authority that is trusted. */
export const tls: Diagnosis = {
  title: 'TLS and chain',
  ofTarget: true,
  stopsRun: false,
  examine: async ({ target }) =>
    good(target.baseUrl.startsWith('http:') ? 'http://, so there is none' : await shakeHands(target)),
}

async function shakeHands(target: TargetSettings): Promise<string> {
  const socket = connect(optionsFor(target))
  try {
    await once(socket, 'secureConnect', { signal: AbortSignal.timeout(target.timeoutMs) })
    const { issuer, valid_to: end } = socket.getPeerCertificate()
    const days = Math.floor((Date.parse(end) - Date.now()) / 86_400_000)
    return `${socket.getProtocol() ?? ''}, signed by ${String(issuer.CN ?? issuer.O)}, ${days} days left`
  } catch (error) {
    throw explainUnreachable(asFailure(error), target)
  } finally {
    socket.destroy()
  }
}

/** The same trust that the client of a run has. */
function optionsFor(target: TargetSettings): ConnectionOptions {
  const { ca, clientCertificate } = readTrust(target)
  const { host, port } = placeOf(target)
  return {
    host,
    port,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
    ...clientCertificate,
  }
}

function asFailure(error: unknown): unknown {
  const isLate = (error as { name?: string }).name === 'AbortError'
  return isLate ? Object.assign(new Error('no handshake in time'), { code: 'ETIMEDOUT' }) : error
}
