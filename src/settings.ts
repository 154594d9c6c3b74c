import { existsSync } from 'node:fs'
import path from 'node:path'
import { config as loadDotenv } from 'dotenv'
import { SettingsError } from './errors.ts'
import { settingNames } from './setting-names.ts'
import {
  type Env,
  readBase,
  readBound,
  readChoice,
  readFlag,
  readList,
  readNumber,
  readPair,
  readSetting,
  readUrl,
} from './setting-readers.ts'

/** Credentials of one registered application. */
export interface ApplicationSettings {
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
}

/** The target of a run: the embedded sandbox when no base address is set. */
export interface Settings {
  /** Base address without trailing slash; undefined means the embedded sandbox. */
  readonly baseUrl: string | undefined
  readonly gettingStartedUrl: string | undefined
  readonly controlUrl: string | undefined
  readonly caFile: string | undefined
  readonly clientCertificate: { readonly certFile: string; readonly keyFile: string } | undefined
  readonly application: ApplicationSettings | undefined
  readonly secondApplication: ApplicationSettings | undefined
  readonly customer: { readonly username: string; readonly password: string } | undefined
  /** A card of that customer, for the card flow. */
  readonly card: { readonly lastFour: string; readonly phone: string } | undefined
  /** The one-time password that the target sends; sandboxes send the same one always. */
  readonly otp: string
  /** Market ids to test; empty means all of the embedded sandbox, or the first one of a target. */
  readonly markets: readonly string[]
  /** Whether the target calls itself a sandbox, where a private certificate authority is acceptable. */
  readonly sandbox: boolean
  readonly timeoutMs: number
  readonly concurrency: number
  /** The most calls in a minute, of all workers and shards together. */
  readonly callsPerMinute: number | undefined
  /** The most calls of a run, of all workers and shards together. */
  readonly callsTotal: number | undefined
  /** Whether a run asks everything; unless set, a live target is asked what the standard plan holds. */
  readonly plan: 'standard' | 'whole' | undefined
  /** Whether a run spends the cap of a live target on purpose, as its last act. */
  readonly with429: boolean
  /** Whether SHOULD requirements fail a run as well. */
  readonly strict: boolean
  /**
   * Whether the observed deviations of the bank's sandbox belong to the target: the embedded sandbox imitates
   * them, and findings that they explain are known ones. Unless set, they belong to the bank's own sandbox hosts.
   */
  readonly personality: 'documented' | 'observed' | undefined
  /** Defects to switch on in the embedded sandbox, to see the suite fail. */
  readonly defects: readonly string[]
  /** Defects to prove the suite with, all when empty; undefined outside of a proof. */
  readonly prove: readonly string[] | undefined
}

export { settingNames }
export type { Env }

/** The environment with the values of .env below it; the only reading of process.env. */
export function environment(directory: string = process.cwd()): Env {
  return { ...readDotenv(directory), ...process.env }
}

function readDotenv(directory: string): Env {
  const file = path.join(directory, '.env')
  return existsSync(file) ? (loadDotenv({ path: file, quiet: true, processEnv: {} }).parsed ?? {}) : {}
}

/** Refuses a name in .env that no setting has: the slip would test something else than was meant, in silence. */
export function refuseUnknownSettings(directory: string = process.cwd()): void {
  const unknown = Object.keys(readDotenv(directory)).find(
    (name) => name.startsWith('CITI_') && !settingNames.includes(name),
  )
  if (unknown !== undefined)
    throw new SettingsError('setting-invalid', `.env sets ${unknown}, which is no setting of this suite`, {
      fix: 'take its name from .env.example',
    })
}

/** The folder that a run leaves its reports in, relative to the project or absolute. */
export function readReportsFolder(env: Env = environment()): string {
  return readSetting(env, 'CITI_REPORTS') ?? 'reports'
}

/** Where the contract lies. */
export interface ContractFolders {
  /** The folder of the documents. */
  readonly specs: string
  /** The folder of what is derived from them. */
  readonly schemas: string
}

/** Names the folders of the contract, those of the project unless others are chosen; both or none. */
export function readContractFolders(projectFolder: string, env: Env = environment()): ContractFolders {
  const [specs, schemas] = readPair(env, ['CITI_SPECS', 'CITI_SCHEMAS']) ?? ['specs', 'schemas']
  return { specs: path.resolve(projectFolder, specs), schemas: path.resolve(projectFolder, schemas) }
}

/** Reads and checks every setting; SettingsError names the variable at fault. */
export function readSettings(env: Env = environment()): Settings {
  const baseUrl = readBase(env, 'CITI_BASE_URL')
  return {
    baseUrl,
    gettingStartedUrl: readBase(env, 'CITI_GETTING_STARTED_URL'),
    controlUrl: readBase(env, 'CITI_CONTROL_URL'),
    caFile: readSetting(env, 'CITI_CA_FILE'),
    clientCertificate: readCertificate(env),
    application: readApplication(env, 'CITI_', baseUrl !== undefined),
    secondApplication: readApplication(env, 'CITI_SECOND_', false),
    customer: readCustomer(env),
    card: readCard(env),
    otp: readSetting(env, 'CITI_OTP') ?? '987654',
    markets: [...new Set(readList(env, 'CITI_MARKET').map((word) => word.toLowerCase()))],
    sandbox: readFlag(env, 'CITI_SANDBOX', true),
    timeoutMs: readNumber(env, 'CITI_TIMEOUT_MS', 10_000),
    concurrency: readNumber(env, 'CITI_CONCURRENCY', 4),
    callsPerMinute: readBound(env, 'CITI_CALLS_PER_MINUTE', 60),
    callsTotal: readBound(env, 'CITI_CALLS_TOTAL', 500),
    plan: readChoice(env, 'CITI_PLAN', ['standard', 'whole']),
    with429: readFlag(env, 'CITI_WITH_429', false),
    strict: readFlag(env, 'CITI_STRICT', false),
    personality: readChoice(env, 'CITI_PERSONALITY', ['documented', 'observed']),
    defects: readList(env, 'CITI_DEFECTS'),
    prove: readProve(env),
  }
}

/** Tells whether the suite is being proved, without looking at any other setting. */
export function isProving(): boolean {
  return readProve(environment()) !== undefined
}

function readProve(env: Env): readonly string[] | undefined {
  const ids = readList(env, 'CITI_PROVE')
  if (ids.length === 0) return undefined
  return ids.includes('all') ? [] : ids
}

function readApplication(env: Env, prefix: string, needed: boolean): ApplicationSettings | undefined {
  const pair = readPair(env, [`${prefix}CLIENT_ID`, `${prefix}CLIENT_SECRET`])
  if (pair === undefined) {
    if (needed)
      throw new SettingsError(
        'setting-missing',
        `${prefix}CLIENT_ID and ${prefix}CLIENT_SECRET are not set`,
        { fix: 'copy them from the API Keys page of the Developer Hub' },
      )
    return undefined
  }
  const redirectUri = readUrl(env, `${prefix}REDIRECT_URI`) ?? ''
  return { clientId: pair[0], clientSecret: pair[1], redirectUri }
}

function readCustomer(env: Env): Settings['customer'] {
  const pair = readPair(env, ['CITI_CUSTOMER', 'CITI_CUSTOMER_PASSWORD'])
  return pair === undefined ? undefined : { username: pair[0], password: pair[1] }
}

function readCard(env: Env): Settings['card'] {
  const pair = readPair(env, ['CITI_CARD_LAST_FOUR', 'CITI_CARD_PHONE'])
  return pair === undefined ? undefined : { lastFour: pair[0], phone: pair[1] }
}

function readCertificate(env: Env): Settings['clientCertificate'] {
  const pair = readPair(env, ['CITI_CLIENT_CERT', 'CITI_CLIENT_KEY'])
  return pair === undefined ? undefined : { certFile: pair[0], keyFile: pair[1] }
}
