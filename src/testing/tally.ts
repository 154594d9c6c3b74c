import type { Subject } from '../checks/check.ts'
import type { CallTally } from '../report/record.ts'
import { isResource, nameOf } from './operations.ts'

/** What a call of an operation uses up when it is not refused. */
const spending: Readonly<Record<string, string>> = {
  exchangeAuthorizationCode: 'code',
  exchangePartnerCode: 'code',
  refreshToken: 'refresh token',
  refreshPasswordToken: 'refresh token',
  refreshPartnerToken: 'refresh token',
  refreshCardToken: 'refresh token',
  refreshDeviceToken: 'refresh token',
  enrolCard: 'one-time password',
  generateOtp: 'one-time password',
}

const reading = ['GET', 'HEAD', 'OPTIONS', 'TRACE']

/** Counts what the calls of a test cost: how many of each endpoint, what they use up, whether anything stays. */
export class Tally {
  readonly #calls: Record<string, number> = {}
  readonly #spends: Record<string, number> = {}
  readonly #own: Record<string, number> = {}
  readonly #shared: Record<string, number> = {}
  readonly #uses = new Set<string>()
  #changes = false

  /** Notes that the test uses what was, or is being, paid once for all tests. */
  use(key: string): void {
    this.#uses.add(key)
  }

  /** Takes an exchange; with a key when it serves later tests as well. */
  take({ exchange, operation }: Subject, key: string | undefined): void {
    const { method, path } = exchange.request
    const endpoint = operation === undefined ? `${method} ${path}` : nameOf(operation)
    add(this.#calls, endpoint)
    if (key === undefined) add(this.#own, endpoint)
    else add(this.#shared, key)
    const { status } = exchange.response
    // The question for a one-time password sends one.
    const isRefused = status >= 300 && !(status === 403 && exchange.response.body.includes('controlFlowId'))
    if (operation === undefined || isRefused) return
    const thing = spending[operation.id]
    if (thing !== undefined) add(this.#spends, thing)
    if (isResource(operation) && status < 300 && !reading.includes(method)) this.#changes = true
  }

  /** The figures, for the record of the test. */
  toTally(): CallTally {
    return {
      calls: this.#calls,
      own: this.#own,
      shared: this.#shared,
      uses: [...this.#uses],
      spends: this.#spends,
      changes: this.#changes,
    }
  }
}

function add(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1
}
