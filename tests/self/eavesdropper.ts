import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'

const started = 'http.server.request.start'

/** What a server says, as Node lets it be replaced. */
interface Mouth {
  writeHead(...args: unknown[]): unknown
  end(...args: unknown[]): unknown
}

type Headers = Readonly<Record<string, string>>

/** Hears which secrets go over the wire to and from the HTTPS servers of this process. */
export class Eavesdropper {
  readonly #secrets = new Set<string>()
  #requests = 0
  readonly #hear = (message: unknown): void => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    // The control plane, which speaks no TLS, is no part of the conversation.
    if (!('encrypted' in request.socket)) return
    this.#requests++
    this.#keep(request.headers.authorization?.split(' ')[1])
    this.#listenTo(response)
  }

  /** Starts to listen. */
  constructor() {
    subscribe(started, this.#hear)
  }

  /** Tokens, codes, tickets of forms, cookies and credentials, each as it was sent. */
  get secrets(): readonly string[] {
    return [...this.#secrets]
  }

  /** How many requests were heard. */
  get requests(): number {
    return this.#requests
  }

  /** Listens no more. */
  stop(): void {
    unsubscribe(started, this.#hear)
  }

  #listenTo(mouth: Mouth): void {
    const writeHead = mouth.writeHead.bind(mouth)
    const end = mouth.end.bind(mouth)
    mouth.writeHead = (...args) => {
      this.#hearHeaders(args.find((arg): arg is Headers => typeof arg === 'object' && arg !== null) ?? {})
      return writeHead(...args)
    }
    mouth.end = (...args) => {
      if (typeof args[0] === 'string') this.#hearBody(args[0])
      return end(...args)
    }
  }

  #hearHeaders({ location, 'set-cookie': cookie }: Headers): void {
    this.#keep(new URLSearchParams(location?.split('?')[1]).get('code'))
    this.#keep(cookie?.split(';')[0]?.split('=')[1])
  }

  #hearBody(body: string): void {
    for (const [, value] of body.matchAll(/"(?:access|refresh)_token":"([^"]+)"/g)) this.#keep(value)
    for (const [, value] of body.matchAll(/type="hidden" name="[^"]+" value="([^"]+)"/g)) this.#keep(value)
  }

  /** Short values are words, not secrets. */
  #keep(value: string | null | undefined): void {
    if (value !== null && value !== undefined && value.length > 15 && !value.startsWith('{'))
      this.#secrets.add(value)
  }
}
