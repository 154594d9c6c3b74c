import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { constants, getDiffieHellman } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { createServer as createHttpsServer, type ServerOptions } from 'node:https'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Integer, Sequence } from 'asn1js'
import { coerce, lt } from 'semver'
import type { Forged } from './forge.ts'

/** Where a server of the lab listens; the path of its one page. */
export interface Place {
  readonly port: number
  readonly path: string
}

/** What a server is made of. */
export interface Identity {
  readonly forged: Forged
  /** The certificates that are sent, in PEM. */
  readonly chain: string
  readonly staple?: Buffer | undefined
}

const year = 'max-age=31536000'

/** The settings of a good server; each bad one differs in one thing. */
export const goodOptions: ServerOptions = {
  minVersion: 'TLSv1.2',
  ciphers: 'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:ECDHE+AESGCM',
  secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
}

/** Starts servers on loopback and ends all of them. */
export class Lab {
  readonly #closers: (() => Promise<unknown>)[] = []
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'tls-lab-'))

  /** Node's own server; `strict` is the header of HSTS. */
  async node(
    identity: Identity,
    options: ServerOptions = {},
    strict: string | undefined = year,
  ): Promise<Place> {
    const server = createHttpsServer(
      { ...goodOptions, ...options, key: identity.forged.keyPem, cert: identity.chain },
      (_, response) => {
        if (strict !== '') response.setHeader('Strict-Transport-Security', strict)
        response.end('{}')
      },
    )
    server.on('OCSPRequest', (_: Buffer, __: Buffer, give: (error: null, answer: Buffer | null) => void) =>
      give(null, identity.staple ?? null),
    )
    server.on('tlsClientError', () => undefined)
    return this.#listen(server)
  }

  /** A server that answers the first message itself, or hands the connection on to another one. */
  async gate(inner: Place, answer: (first: Buffer) => Buffer | undefined): Promise<Place> {
    return this.#listen(
      createServer((socket) => {
        onFirstRecord(socket, (first) => {
          const own = answer(first)
          if (own === undefined) handOn(socket, first, inner)
          else socket.end(own)
        })
      }),
    )
  }

  /** A server that hands each connection on, to whom its first message decides. */
  async choose(whom: (first: Buffer) => Place): Promise<Place> {
    return this.#listen(
      createServer((socket) => onFirstRecord(socket, (first) => handOn(socket, first, whom(first)))),
    )
  }

  /** Writes a file that a server reads, and returns its path. */
  file(name: string, text: string): string {
    const file = path.join(this.#folder, name)
    writeFileSync(file, text)
    return file
  }

  /** A port that reads and never answers. */
  async silent(): Promise<Place> {
    return this.#listen(createServer((socket) => socket.resume()))
  }

  async http(): Promise<Place> {
    return this.#listen(createHttpServer((_, response) => response.end('{}')))
  }

  /** OpenSSL's s_server; it serves a file with the headers of a good server. */
  async openssl(identity: Identity, args: readonly string[]): Promise<Place> {
    const folder = mkdtempSync(path.join(this.#folder, 'openssl-'))
    writeFileSync(
      path.join(folder, 'page'),
      `HTTP/1.0 200 OK\r\nStrict-Transport-Security: ${year}\r\n\r\n{}`,
    )
    const files = this.#write(folder, identity)
    const staple = identity.staple === undefined ? [] : ['-status_file', files.staple]
    const certificate = ['-cert', files.chain, '-cert_chain', files.chain, '-key', files.key]
    const child = this.#spawn(
      'openssl',
      ['s_server', '-accept', '127.0.0.1:0', '-HTTP', ...certificate, ...staple, ...args],
      folder,
    )
    const port = await readPort(child)
    return { port, path: '/page' }
  }

  /** nginx with one server, whose directives follow those of a good one. */
  async nginx(identity: Identity, directives: readonly string[]): Promise<Place> {
    const folder = mkdtempSync(path.join(this.#folder, 'nginx-'))
    const files = this.#write(folder, identity)
    const port = await freePort()
    writeFileSync(
      path.join(folder, 'nginx.conf'),
      nginxConfiguration(folder, port, [...directives, ...nginxIdentity(files, identity)]),
    )
    this.#spawn('nginx', ['-p', folder, '-c', path.join(folder, 'nginx.conf')], folder)
    await untilOpen(port)
    return { port, path: '/' }
  }

  async close(): Promise<void> {
    await Promise.all(this.#closers.map((close) => close()))
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async #listen(server: Server): Promise<Place> {
    const sockets = new Set<Socket>()
    server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => undefined)))
    await once(server.listen(0, '127.0.0.1'), 'listening')
    this.#closers.push(async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    })
    return { port: (server.address() as AddressInfo).port, path: '/' }
  }

  #spawn(command: string, args: readonly string[], cwd: string): ChildProcess {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'ignore'] })
    this.#closers.push(async () => {
      const ended = child.exitCode === null ? once(child, 'exit') : undefined
      child.kill()
      await ended
    })
    return child
  }

  #write(folder: string, { forged, chain, staple }: Identity) {
    const files = { chain: 'chain.pem', key: 'key.pem', staple: 'staple.der' }
    writeFileSync(path.join(folder, files.chain), chain)
    writeFileSync(path.join(folder, files.key), forged.keyPem)
    if (staple !== undefined) writeFileSync(path.join(folder, files.staple), staple)
    return files
  }
}

/** The oldest versions that have what the lab uses, and how to ask for the version. */
const programs = {
  openssl: { oldest: '3.0.0', ask: 'version' },
  nginx: { oldest: '1.19.4', ask: '-v' },
  testssl: { oldest: '0.0.0', ask: '--version' },
  sslscan: { oldest: '0.0.0', ask: '--version' },
} as const

/** A program of the machine that tests of TLS use. */
export type Program = keyof typeof programs

/** Says what keeps a program from being used; undefined when nothing does. LibreSSL is no OpenSSL. */
export function whyMissing(program: Program): string | undefined {
  const { oldest, ask } = programs[program]
  const { error, stdout, stderr } = spawnSync(program, [ask], { encoding: 'utf8', timeout: 10_000 })
  if (error !== undefined) return `${program} is not installed`
  const version = coerce(/\d+\.\d+[.\d]*/.exec(stdout + stderr)?.[0])
  const isOther = program === 'openssl' && !/^OpenSSL /.test(stdout)
  return isOther || version === null || lt(version, oldest) ? `${program} is older than ${oldest}` : undefined
}

function nginxIdentity(
  files: { chain: string; key: string; staple: string },
  { staple }: Identity,
): string[] {
  return [
    `ssl_certificate ${files.chain};`,
    `ssl_certificate_key ${files.key};`,
    ...(staple === undefined ? [] : ['ssl_stapling on;', `ssl_stapling_file ${files.staple};`]),
  ]
}

function nginxConfiguration(folder: string, port: number, directives: readonly string[]): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log crit;
events {}
http {
  access_log off;
  ${temporary.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')}
  server {
    listen 127.0.0.1:${port} ssl;
    add_header Strict-Transport-Security "${year}" always;
    location / { return 200 "{}"; }
    ${directives.join('\n    ')}
  }
}
`
}

/** Waits for the first record; what is no record of TLS counts as it comes. */
function onFirstRecord(socket: Socket, use: (first: Buffer) => void): void {
  let bytes = Buffer.alloc(0)
  const collect = (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk])
    const isRecord = bytes[0] === 22
    if (isRecord && (bytes.length < 5 || bytes.length < 5 + bytes.readUInt16BE(3))) return
    socket.off('data', collect)
    socket.pause()
    use(bytes)
  }
  socket.on('data', collect)
}

function handOn(socket: Socket, first: Buffer, { port }: Place): void {
  const onward = connect(port, '127.0.0.1').on('error', () => socket.destroy())
  onward.write(first)
  socket.pipe(onward).pipe(socket)
}

/** Keeps reading afterwards: s_server ends when nobody takes what it prints. */
function readPort(child: ChildProcess): Promise<number> {
  let text = ''
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const port = /ACCEPT \S*:(\d+)/.exec(text)?.[1]
      if (port !== undefined) resolve(Number(port))
    })
    child.once('exit', () => reject(new Error(`s_server did not start: ${text}`)))
  })
}

/** The group of 1024 bits that RFC 2409 names, in PEM. */
export function smallGroup(): string {
  const prime = Integer.fromBigInt(BigInt(`0x${getDiffieHellman('modp2').getPrime('hex')}`))
  const der = Buffer.from(new Sequence({ value: [prime, new Integer({ value: 2 })] }).toBER())
  return `-----BEGIN DH PARAMETERS-----\n${der.toString('base64')}\n-----END DH PARAMETERS-----\n`
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function untilOpen(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const socket = connect(port, '127.0.0.1')
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isOpen) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`nginx does not listen on port ${port}`)
}
