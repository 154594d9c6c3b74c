import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'

const started = 'http.server.request.start'

/** A call as the servers of this process saw it. */
export interface LoggedCall {
  readonly path: string
  /** How many other calls were under way when it came. */
  readonly beside: number
  /** 0 until it is answered. */
  status: number
}

/** Logs the calls to the HTTPS servers of this process in the order in which they come. */
export class CallLog {
  readonly calls: LoggedCall[] = []
  #underWay = 0
  readonly #hear = (message: unknown): void => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    if (!('encrypted' in request.socket)) return
    const call = { path: request.url?.split('?')[0] ?? '', beside: this.#underWay, status: 0 }
    this.calls.push(call)
    this.#underWay += 1
    response.once('finish', () => {
      this.#underWay -= 1
      call.status = response.statusCode
    })
  }

  /** Starts to listen. */
  constructor() {
    subscribe(started, this.#hear)
  }

  /** Listens no more. */
  stop(): void {
    unsubscribe(started, this.#hear)
  }
}
