import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions, type TLSSocket } from 'node:tls'
import { test as base, expect } from '@playwright/test'
import { type Authority, createAuthority, issueSelfSigned } from '../../src/certificates/authority.ts'
import type { IssuedCertificate } from '../../src/certificates/authority.ts'
import { inspectCertificate } from '../../src/tls/certificate.ts'
import type { TlsTarget } from '../../src/tls/connection.ts'
import { createControlServer } from '../../src/tls/control-server.ts'
import { attemptHandshake } from '../../src/tls/handshake.ts'
import { judgeOffer, type OfferVerdict } from '../../src/tls/judge.ts'
import { type Offer, offers } from '../../src/tls/offers.ts'
import { probePlainHttp } from '../../src/tls/plain-http.ts'

interface Lab {
  /** Starts a server on loopback that ends with the test. */
  readonly serve: (server: Server) => Promise<TlsTarget>
}
interface SharedLab {
  readonly authority: Authority
  /** A valid certificate for this machine. */
  readonly leaf: IssuedCertificate
  /** Judges an offer, with one control server for all tests. */
  readonly judge: (offer: Offer, target: TlsTarget) => Promise<OfferVerdict>
}

/** Playwright wants to be asked for something: the name of a browser starts none. */
const test = base.extend<Lab, SharedLab>({
  serve: async ({ browserName: _ }, use) => {
    const servers: Server[] = []
    const sockets: Socket[] = []
    await use(async (server) => {
      server.on('connection', (socket: Socket) => sockets.push(socket.on('error', () => undefined)))
      servers.push(server)
      await once(server.listen(0, '127.0.0.1'), 'listening')
      const { port } = server.address() as AddressInfo
      return { host: '127.0.0.1', port, servername: 'localhost', timeoutMs: 1001 }
    })
    for (const socket of sockets) socket.destroy()
    await Promise.all(servers.map((server) => once(server.close(), 'close')))
  },
  authority: [
    async ({ browserName: _ }, use) => use(await createAuthority({ commonName: 'probe tests', now })),
    { scope: 'worker' },
  ],
  leaf: [async ({ authority }, use) => use(await authority.issue(request)), { scope: 'worker' }],
  judge: [
    async ({ browserName: _ }, use) => {
      const control = createControlServer()
      await use((offer, target) => judgeOffer(offer, target, control))
      await control.close()
    },
    { scope: 'worker' },
  ],
})

const DAY_MS = 86_400_000
const now = new Date()
const request = {
  commonName: 'localhost',
  dnsNames: ['localhost'],
  ipAddresses: ['127.0.0.1', '::1'],
  notBefore: new Date(now.getTime() - DAY_MS),
  notAfter: new Date(now.getTime() + 30.5 * DAY_MS),
  usage: 'server' as const,
}
const nobody: TlsTarget = { host: '127.0.0.1', port: 1, timeoutMs: 1000 }
const modern: TlsOptions = { minVersion: 'TLSv1.2', ciphers: 'TLS_AES_128_GCM_SHA256:ECDHE+AESGCM' }
const weak: TlsOptions = {
  minVersion: 'TLSv1',
  ciphers: 'TLS_AES_128_GCM_SHA256:ALL:COMPLEMENTOFALL:@SECLEVEL=0',
  dhparam: 'auto',
}

function tlsServer(leaf: IssuedCertificate, options: TlsOptions = modern): Server {
  const server = createTlsServer({ ...options, key: leaf.keyPem, cert: leaf.chainPem })
  return server.on('secureConnection', (socket: Socket) => socket.on('error', () => undefined).resume())
}

/** A server that answers the first message with fixed bytes; without bytes it closes, with undefined it is silent. */
function rawServer(answer: Buffer | string | undefined): Server {
  return createServer((socket) => {
    socket.once('data', () => answer !== undefined && socket.end(answer))
  })
}

/** A server that passes a connection on or, judging by the first message, answers it with `otherwise`. */
function gate(target: TlsTarget, mayPass: (hello: Buffer) => boolean, otherwise: Buffer | string): Server {
  return createServer((socket) => {
    socket.once('data', (hello: Buffer) => {
      if (!mayPass(hello)) return socket.end(otherwise)
      const inner = connect(target.port, target.host).on('error', () => undefined)
      inner.write(hello)
      return socket.pipe(inner).pipe(socket)
    })
  })
}

const fatalAlert = (number: number) => Buffer.from([21, 3, 1, 0, 2, 2, number])
/** The version that a ClientHello asks for stands in its tenth and eleventh byte. */
const asksForTls12 = (hello: Buffer) => hello[10] === 3

const conclusion = ({ verdict, evidence }: OfferVerdict) => `${verdict}: ${evidence.at(-1) ?? ''}`

const weakAndModern = [
  ['tls10', 'accepted', 'refused'],
  ['tls11', 'accepted', 'refused'],
  ['tls12', 'accepted', 'accepted'],
  ['tls13', 'accepted', 'accepted'],
  ['anonymous', 'accepted', 'refused'],
  ['null', 'accepted', 'refused'],
  ['cbc-only', 'accepted', 'refused'],
  ['recommended', 'accepted', 'accepted'],
] as const
for (const [id, byWeak, byModern] of weakAndModern) {
  test(`${id} is ${byWeak} by a weak server, ${byModern} by a modern one`, async ({ judge, leaf, serve }) => {
    const atWeak = await judge(offers[id], await serve(tlsServer(leaf, weak)))
    const atModern = await judge(offers[id], await serve(tlsServer(leaf)))
    expect([atWeak.verdict, atModern.verdict]).toEqual([byWeak, byModern])
  })
}

test('static RSA is accepted with an RSA key only', async ({ authority, judge, leaf, serve }) => {
  const rsa = await authority.issue({ ...request, key: 'rsa' })
  const atRsa = await judge(offers['static-rsa'], await serve(tlsServer(rsa, weak)))
  const atEc = await judge(offers['static-rsa'], await serve(tlsServer(leaf, weak)))
  expect([atRsa.verdict, atEc.verdict]).toEqual(['accepted', 'refused'])
})

test('TLS 1.0 at the usual security level fails on our side', async ({ leaf, serve }) => {
  const target = await serve(tlsServer(leaf, weak))
  const outcome = await attemptHandshake({ ...target, versions: offers.tls10.versions })
  expect(outcome.kind).toBe('failed-locally')
})

const noAlert = 'only an alert from the target itself counts as a refusal'

test('a probe asks for the server by its name', async ({ leaf, serve }) => {
  const server = tlsServer(leaf)
  const connected = once(server, 'secureConnection') as Promise<[TLSSocket]>
  await attemptHandshake({ ...(await serve(server)), versions: offers.tls13.versions })
  expect((await connected)[0].servername).toBe('localhost')
})

test('old versions are unclear where they are closed in silence', async ({ judge, leaf, serve }) => {
  const target = await serve(gate(await serve(tlsServer(leaf, weak)), asksForTls12, ''))
  expect(await judge(offers.tls12, target)).toMatchObject({ verdict: 'accepted' })
  expect(conclusion(await judge(offers.tls10, target))).toBe(`unclear: ${noAlert}`)
})

const answersToHello = [
  ['nothing', undefined, noAlert],
  ['plain HTTP', 'HTTP/1.1 400 Bad Request\r\n\r\n', noAlert],
  ['a refusal of everybody', fatalAlert(40), 'the target refuses everybody, so its refusal says nothing'],
  ['an alert about the name', fatalAlert(112), 'the alert unrecognized_name is not about the offer'],
] as const
for (const [title, answer, reason] of answersToHello) {
  test(`an offer is unclear when answered with ${title}`, async ({ judge, serve }) => {
    const target = { ...(await serve(rawServer(answer))), timeoutMs: 100 }
    expect(conclusion(await judge(offers.tls10, target))).toBe(`unclear: ${reason}`)
  })
}

test('an offer is unclear when nobody listens', async ({ judge }) => {
  const { verdict, evidence } = await judge(offers.tls10, nobody)
  expect([verdict, evidence[1]]).toEqual(['unclear', 'the target could not be reached (ECONNREFUSED)'])
})

test('an offer is unclear when three tries disagree', async ({ judge, leaf, serve }) => {
  let tries = 0
  const everySecond = () => (tries += 1) % 2 === 0
  const target = await serve(gate(await serve(tlsServer(leaf, weak)), everySecond, fatalAlert(70)))
  expect(conclusion(await judge(offers.tls10, target))).toBe('unclear: the tries disagree')
})

test('an offer is unclear when our own OpenSSL lacks it', async ({ judge, leaf, serve }) => {
  const offer = { ...offers['triple-des'], ciphers: 'NO-SUCH-SUITE:@SECLEVEL=0' }
  const verdict = await judge(offer, await serve(tlsServer(leaf)))
  expect(conclusion(verdict)).toBe("unclear: this Node's OpenSSL cannot offer it")
})

test('a refusal for want of a client certificate is unclear', async ({ authority, judge, leaf, serve }) => {
  const asking = { ...weak, requestCert: true, rejectUnauthorized: true, ca: authority.certificatePem }
  const target = await serve(tlsServer(leaf, asking))
  const reason = 'the target agreed to the offer and then refused something else'
  expect(conclusion(await judge(offers.tls10, target))).toBe(`unclear: ${reason}`)
  const { chainPem, keyPem } = await authority.issue({ ...request, usage: 'client' })
  const known = { ...target, clientCertificate: { cert: chainPem, key: keyPem } }
  expect(await judge(offers.tls10, known)).toMatchObject({ verdict: 'accepted' })
})

for (const servername of ['localhost', '127.0.0.1', '::1']) {
  test(`a certificate of our authority is trusted for ${servername}`, async ({ authority, leaf, serve }) => {
    const target = { ...(await serve(tlsServer(leaf))), servername, ca: authority.certificatePem }
    const outcome = await attemptHandshake({ ...target, versions: offers.tls13.versions })
    expect(outcome).toMatchObject({ kind: 'accepted', version: 'TLSv1.3' })
    const facts = await inspectCertificate(target, { now })
    expect(facts).toMatchObject({ chainTrusted: true, hostnameMatches: true, daysLeft: 30 })
    expect(facts).toMatchObject({ keyType: 'ec', keyBits: 256, signatureAlgorithm: 'ECDSA with SHA-256' })
  })
}

test('a certificate of another name is trusted but does not match', async ({ authority, leaf, serve }) => {
  const target = { ...(await serve(tlsServer(leaf))), servername: 'a.example', ca: authority.certificatePem }
  const facts = await inspectCertificate(target, { now })
  expect(facts).toMatchObject({ chainTrusted: true, hostnameMatches: false })
  const outcome = await attemptHandshake({ ...target, versions: offers.tls13.versions })
  expect(outcome).toEqual({ kind: 'failed-locally', reason: 'ERR_TLS_CERT_ALTNAME_INVALID' })
})

test('a certificate with the host in its common name alone does not match', async ({ authority, serve }) => {
  const old = await authority.issue({ ...request, dnsNames: [], ipAddresses: [] })
  const target = { ...(await serve(tlsServer(old))), ca: authority.certificatePem }
  const facts = await inspectCertificate(target, { now })
  expect(facts).toMatchObject({ chainTrusted: true, hostnameMatches: false })
})

test('an expired certificate is not trusted and has no days left', async ({ authority, serve }) => {
  const notAfter = new Date(now.getTime() - 1.5 * DAY_MS)
  const expired = await authority.issue({ ...request, notBefore: new Date('2020-01-01'), notAfter })
  const target = { ...(await serve(tlsServer(expired))), ca: authority.certificatePem }
  const facts = await inspectCertificate(target, { now })
  expect(facts).toMatchObject({ chainTrusted: false, chainProblem: 'CERT_HAS_EXPIRED', daysLeft: -2 })
})

test('a certificate of an unknown authority is not trusted', async ({ leaf, serve }) => {
  const facts = await inspectCertificate(await serve(tlsServer(leaf)), { now })
  expect(facts).toMatchObject({ chainProblem: 'SELF_SIGNED_CERT_IN_CHAIN', selfSigned: false })
})

test('a self-signed certificate says so, with its key', async ({ serve }) => {
  const own = await issueSelfSigned({ ...request, key: 'rsa' })
  const facts = await inspectCertificate(await serve(tlsServer(own)), { now })
  expect(facts).toMatchObject({ chainProblem: 'DEPTH_ZERO_SELF_SIGNED_CERT', selfSigned: true })
  expect(facts).toMatchObject({ keyBits: 2048, signatureAlgorithm: 'RSASSA-PKCS1-v1_5 with SHA-256' })
})

test('a certificate cannot be read where nobody listens', async () => {
  const message = '127.0.0.1:1 could not be reached (ECONNREFUSED)'
  await expect(inspectCertificate(nobody, { now })).rejects.toMatchObject({ code: 'port-closed', message })
})

test('certificates of our authority are well-formed and unique', async ({ authority, leaf }) => {
  const client = await authority.issue({ ...request, usage: 'client' })
  const [root, first, second] = [authority, leaf, client].map((of) => new X509Certificate(of.certificatePem))
  expect([root!.ca, first!.ca, first!.verify(root!.publicKey)]).toEqual([true, false, true])
  expect(first!.checkIssued(root!)).toBe(true)
  const keyIdentifiers = ['0603551d0e', '0603551d23'].map((oid) => first!.raw.includes(oid, 0, 'hex'))
  expect(keyIdentifiers).toEqual([true, true])
  expect([first!.keyUsage, second!.keyUsage]).toEqual([['1.3.6.1.5.5.7.3.1'], ['1.3.6.1.5.5.7.3.2']])
  expect(new Set([root, first, second].map((certificate) => certificate!.serialNumber)).size).toBe(3)
})

test('plain HTTP is refused by a TLS server and served by an HTTP server', async ({ leaf, serve }) => {
  const http = createHttpServer((_request, response) => response.end('{}'))
  expect(await probePlainHttp(await serve(tlsServer(leaf)))).toMatchObject({ kind: 'refused' })
  expect(await probePlainHttp(await serve(http))).toEqual({ kind: 'served', status: 200 })
})

test('plain HTTP is unclear where nobody listens', async () => {
  const reason = 'no connection: connect ECONNREFUSED 127.0.0.1:1'
  expect(await probePlainHttp(nobody)).toEqual({ kind: 'unclear', reason })
})

const aboutTls = 'HTTP/1.1 400 Bad Request\r\n\r\nThe plain HTTP request was sent to HTTPS port'
const aboutElse = 'HTTP/1.1 400 Bad Request\r\n\r\n{"type":"https://bank.example/invalid"}'
const moved = 'HTTP/1.1 301 Moved Permanently\r\nLocation: https://bank.example/\r\n\r\n'
const answersToPlainHttp = [
  ['silence', undefined, { kind: 'unclear', reason: 'no answer within 100 ms' }],
  ['closing', '', { kind: 'refused', how: 'closed the connection without a word' }],
  ['a TLS alert', fatalAlert(70), { kind: 'refused', how: 'sent a TLS alert' }],
  ['a 400 about TLS', aboutTls, { kind: 'refused', how: 'answered 400 and asked for TLS' }],
  ['any other 400', aboutElse, { kind: 'unclear', reason: 'answered 400 for a reason of its own' }],
  ['a redirection', moved, { kind: 'redirected', status: 301, location: 'https://bank.example/' }],
  ['noise', 'SSH-2.0-OpenSSH', { kind: 'unclear', reason: 'the answer is neither TLS nor HTTP' }],
] as const
for (const [title, answer, outcome] of answersToPlainHttp) {
  test(`plain HTTP answered with ${title} is told apart`, async ({ serve }) => {
    expect(await probePlainHttp({ ...(await serve(rawServer(answer))), timeoutMs: 100 })).toEqual(outcome)
  })
}
