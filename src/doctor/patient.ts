import { setTimeout } from 'node:timers/promises'
import { readContract } from '../contract/read.ts'
import type { Contract } from '../contract/types.ts'
import { SuiteBug, TransportError } from '../errors.ts'
import { ApiClient, type Reply } from '../http/client.ts'
import type { CallBudget } from '../http/turns.ts'
import type { Market } from '../markets/types.ts'
import { Application } from '../oauth/application.ts'
import { chooseMarkets } from '../oauth/choose-markets.ts'
import { readTrust } from '../oauth/trust.ts'
import { explainUnreachable } from '../oauth/unreachable.ts'
import {
  type ContractFolders,
  type Env,
  environment,
  readContractFolders,
  readSettings,
  type Settings,
} from '../settings.ts'
import { type LoginWalk, walkLogin } from './login-walk.ts'

/** Settings that name a target. */
export type TargetSettings = Settings & { readonly baseUrl: string }

/** Whom to examine. */
export interface PatientOptions {
  /** The environment with its settings; that of the process and .env unless given. */
  readonly env?: Env
  /** The folder whose .env is looked at; none unless given. */
  readonly folder?: string
  /** The longest wait for one answer, in milliseconds, whatever CITI_TIMEOUT_MS says. */
  readonly patienceMs?: number
  /** Where its calls come out of; they cost nothing unless given. */
  readonly budget?: CallBudget | undefined
}

/** The longest that a cap makes a call wait; that wait is not the target's. */
const longestTurnMs = 180_000

/** The settings under examination and the target behind them; each thing is read, and each call made, once. */
export class Patient {
  readonly env: Env
  readonly folder: string | undefined
  readonly #patienceMs: number
  readonly #budget: CallBudget | undefined
  readonly #tokens = new Map<string, Promise<Reply>>()
  #client: ApiClient | undefined
  #walk: Promise<LoginWalk | undefined> | undefined

  constructor({ env = environment(), folder, patienceMs = Infinity, budget }: PatientOptions = {}) {
    this.env = env
    this.folder = folder
    this.#patienceMs = patienceMs
    this.#budget = budget
  }

  /** The settings; SettingsError when one of them is wrong. */
  get settings(): Settings {
    const settings = readSettings(this.env)
    return { ...settings, timeoutMs: Math.min(settings.timeoutMs, this.#patienceMs) }
  }

  /** The same of a target; only diagnoses of targets ask for it. */
  get target(): TargetSettings {
    const { settings } = this
    if (settings.baseUrl === undefined) throw new SuiteBug('a diagnosis of a target without target')
    return { ...settings, baseUrl: settings.baseUrl }
  }

  /** Whether the settings name a target; false while they cannot be read. */
  get hasTarget(): boolean {
    return (this.env['CITI_BASE_URL'] ?? '') !== ''
  }

  get markets(): readonly Market[] {
    return chooseMarkets(this.settings)
  }

  /** The market in which the first calls are made. */
  get market(): Market {
    return this.markets[0] ?? unreachable()
  }

  get folders(): ContractFolders {
    return readContractFolders(this.folder ?? process.cwd(), this.env)
  }

  get contract(): Contract {
    const { schemas, specs } = this.folders
    return readContract(schemas, specs)
  }

  /** The application of the settings, calling a market. */
  applicationIn(market: Market): Application {
    const { application } = this.target
    if (application === undefined) throw new SuiteBug('a target without application')
    this.#client ??= openClient(this.target, this.#budget)
    return new Application(this.#client, market, application)
  }

  /** The answer to a two-legged token call; SuiteError that names the cause when none came in time. */
  token(market: Market): Promise<Reply> {
    const known = this.#tokens.get(market.id)
    const reply = known ?? this.#within(() => this.applicationIn(market).fetchToken())
    this.#tokens.set(market.id, reply)
    return reply
  }

  /** How an authorization request ended; undefined without redirect URI, or where no market has a login page. */
  walk(): Promise<LoginWalk | undefined> {
    this.#walk ??= this.#within(() => walkLogin(this))
    return this.#walk
  }

  /** Closes every connection. */
  async close(): Promise<void> {
    await this.#client?.close()
  }

  /** Does a piece of work within the time limit, whatever happens; what breaks below HTTP is explained. */
  async #within<Result>(work: () => Promise<Result>): Promise<Result> {
    const answered = new AbortController()
    const { target } = this
    const limitMs = target.timeoutMs + (this.#budget === undefined ? 0 : longestTurnMs)
    const late = setTimeout(limitMs, undefined, { signal: answered.signal }).then(() => {
      throw new TransportError('timed-out', 'no answer in time')
    })
    try {
      return await Promise.race([work(), late])
    } catch (error) {
      throw error instanceof TransportError ? explainUnreachable(error, target) : error
    } finally {
      answered.abort()
    }
  }
}

function openClient(settings: TargetSettings, budget: CallBudget | undefined): ApiClient {
  const { baseUrl, timeoutMs, application, customer } = settings
  return new ApiClient({
    baseUrl,
    ...readTrust(settings),
    timeoutMs,
    concurrency: 1,
    budget,
    secrets: [application?.clientSecret, customer?.password].filter((text) => text !== undefined),
  })
}

function unreachable(): never {
  throw new SuiteBug('a run without market')
}
