import { extensionTypes, signals, versions } from '../../../src/tls/raw/numbers.ts'
import { suites12 } from '../../../src/tls/raw/suites.ts'
import { type ClientHello, readClientHello } from './client-hello.ts'
import type { MatrixServer } from './matrix.ts'
import { buildFlight, buildSsl2Flight, fatalAlert, type FlightWish } from './server-flight.ts'

/** What a gate before a good server agrees to by itself; undefined leaves the answer to that server. */
type Agree = (hello: ClientHello) => Partial<FlightWish> | undefined

/** A good server with one thing beside it that OpenSSL can serve no more. */
function besides(id: string, breaks: MatrixServer['breaks'], agree: Agree): MatrixServer {
  return {
    id,
    breaks,
    start: async (lab, { good }) => {
      const certificate = Buffer.from(good.forged.certificate.rawData)
      const usual = {
        version: versions.tls12,
        suite: numberOf('ECDHE_RSA', 'AES_128_GCM_SHA256'),
        certificate,
      }
      return lab.gate(await lab.node(good), (first) => {
        const hello = readClientHello(first)
        const wish = hello === undefined ? undefined : agree(hello)
        return wish === undefined ? undefined : buildFlight({ ...usual, ...wish })
      })
    },
  }
}

/** One that agrees to a suite where the good server agrees to nothing. */
function withSuite(id: string, breaks: MatrixServer['breaks'], suite: number): MatrixServer {
  return besides(id, breaks, (hello) =>
    hello.suites[0] === suite || isOnly(hello, suite) ? { suite } : undefined,
  )
}

function numberOf(keyExchange: string, cipher: string): number {
  const found = suites12.find((suite) => suite.keyExchange === keyExchange && suite.cipher === cipher)
  if (found === undefined) throw new Error(`no suite ${keyExchange} with ${cipher}`)
  return found.number
}

/** A suite that is offered without any that the good server has. */
function isOnly({ suites, version }: ClientHello, suite: number): boolean {
  return (
    version === versions.tls12 &&
    suites.includes(suite) &&
    !suites.some((other) => goodSuites.includes(other))
  )
}

const goodSuites = ['AES_128_GCM_SHA256', 'AES_256_GCM_SHA384'].map((cipher) => numberOf('ECDHE_RSA', cipher))
const profiles = ['tls.cipher.nist', 'tls.cipher.mozilla'] as const

/** Whether a hello leaves TLS 1.3 out and is no probe for anything else. */
const isUsual12 = ({ version, suites }: ClientHello) =>
  version === versions.tls12 &&
  !suites.includes(signals.fallback) &&
  goodSuites.every((suite) => suites.includes(suite))

/** Servers that answer by hand. */
export const rawServers: readonly MatrixServer[] = [
  {
    id: 'ssl-2',
    breaks: ['tls.version.no-ssl2'],
    start: async (lab, { good }) => {
      const flight = buildSsl2Flight(Buffer.from(good.forged.certificate.rawData))
      return lab.gate(await lab.node(good), (first) => ((first[0] ?? 0) >= 0x80 ? flight : undefined))
    },
  },
  besides(
    'ssl-3',
    ['tls.version.no-ssl3', 'tls.cipher.no-cbc', ...profiles, 'tls.cipher.no-static-rsa'],
    ({ version, suites }) =>
      version === versions.ssl3 && suites.includes(0x002f) ? { version, suite: 0x002f } : undefined,
  ),
  withSuite('rc4', ['tls.cipher.no-rc4', ...profiles], numberOf('ECDHE_RSA', 'RC4_128_SHA')),
  withSuite(
    'export',
    ['tls.cipher.no-export', 'tls.cipher.no-static-rsa', 'tls.cipher.no-rc4', ...profiles],
    numberOf('RSA_EXPORT', 'RC4_40_MD5'),
  ),
  withSuite(
    'des',
    ['tls.cipher.no-des', 'tls.cipher.no-cbc', ...profiles],
    numberOf('DHE_RSA', 'DES_CBC_SHA'),
  ),
  withSuite(
    'idea',
    ['tls.cipher.no-des', 'tls.cipher.no-cbc', 'tls.cipher.no-static-rsa', ...profiles],
    numberOf('RSA', 'IDEA_CBC_SHA'),
  ),
  withSuite(
    'triple-des',
    ['tls.cipher.no-triple-des', 'tls.cipher.no-cbc', ...profiles],
    numberOf('ECDHE_RSA', '3DES_EDE_CBC_SHA'),
  ),
  withSuite(
    'static-dh',
    ['tls.cipher.no-static-dh', 'tls.cipher.mozilla'],
    numberOf('ECDH_RSA', 'AES_128_GCM_SHA256'),
  ),
  withSuite(
    'null-without-key',
    ['tls.cipher.no-null', 'tls.cipher.no-static-rsa', ...profiles],
    numberOf('RSA', 'NULL_SHA256'),
  ),
  besides('compression', ['tls.compression.none'], ({ compression, version }) =>
    compression.includes(1) && version === versions.tls12 ? { compression: 1 } : undefined,
  ),
  besides('unbound-renegotiation', ['tls.renegotiation.secure', 'tls.version.downgrade-mark'], (hello) =>
    isUsual12(hello) ? { extensions: [extensionTypes.extendedMasterSecret] } : undefined,
  ),
  besides(
    'unbound-master-secret',
    ['tls.session.extended-master-secret', 'tls.version.downgrade-mark'],
    (hello) => (isUsual12(hello) ? { extensions: [extensionTypes.renegotiationInfo] } : undefined),
  ),
  besides('downgrade-unmarked', ['tls.version.downgrade-mark'], (hello) =>
    isUsual12(hello) ? {} : undefined,
  ),
  besides('fallback-welcomed', ['tls.version.fallback'], ({ suites }) =>
    suites.includes(signals.fallback) ? {} : undefined,
  ),
  {
    id: 'name-refused',
    breaks: ['tls.name.understood'],
    start: async (lab, { good }) =>
      lab.gate(await lab.node(good), (first) => {
        const hello = readClientHello(first)
        return hello?.servername === 'localhost' ? fatalAlert(112) : undefined
      }),
  },
]
