import type { ApplicationCredentials, Control, CustomerCredentials } from '../mock/control.ts'
import { startSandbox } from '../mock/sandbox.ts'
import { ApiClient, readPem } from '../http/client.ts'
import type { Deviation } from '../deviations/index.ts'
import { markets } from '../markets/index.ts'
import { type ApplicationSettings, type Settings } from '../settings.ts'
import { readConsentSettings } from '../token-settings.ts'
import { contract, schemasDirectory } from './contract.ts'
import { deviationsOf } from './known-deviations.ts'
import { connectControl } from './remote-control.ts'
import { currentRecorder } from './recorder.ts'
import { isLive } from '../live-target.ts'
import { workerBudget } from './worker-budget.ts'

/** When the virtual clock of an embedded sandbox starts; a fixed moment makes runs repeatable. */
const startAt = new Date('2026-03-02T09:00:00Z')

/** The system under test, as the fixtures see it. */
export interface Target {
  readonly baseUrl: string
  readonly originUrl: string | undefined
  readonly ca: string | undefined
  readonly settings: Settings
  /** What only a sandbox of ours offers; undefined on a live target. */
  readonly control: Control | undefined
  readonly applications: Readonly<Partial<Record<ApplicationCredentials['role'], ApplicationCredentials>>>
  readonly customers: readonly CustomerCredentials[]
  /** The observed deviations that belong to it. */
  readonly deviations: readonly Deviation[]
  close(): Promise<void>
}

/** Opens the target that the settings name: an address, or an embedded sandbox of this process. */
export async function openTarget(settings: Settings): Promise<Target> {
  return settings.baseUrl === undefined ? openEmbedded(settings) : openRemote(settings, settings.baseUrl)
}

/** Makes a client for a target. */
export function clientFor(target: Target): ApiClient {
  const { settings } = target
  const secrets = [
    ...Object.values(target.applications).map(({ clientSecret }) => clientSecret),
    ...target.customers.map(({ password }) => password),
    ...[readConsentSettings()].flatMap(({ code, refreshToken }) => [code, refreshToken]).filter(isGiven),
  ]
  return new ApiClient({
    baseUrl: target.baseUrl,
    originUrl: target.originUrl,
    ca: target.ca,
    clientCertificate: readClientCertificate(settings),
    timeoutMs: settings.timeoutMs,
    concurrency: settings.concurrency,
    budget: workerBudget(settings),
    patience: isLive(settings)
      ? { disturbed: (what) => currentRecorder()?.disturbances.push(what) }
      : undefined,
    secrets,
  })
}

async function openEmbedded(settings: Settings): Promise<Target> {
  const sandbox = await startSandbox({
    contract,
    schemasDirectory,
    clock: 'frozen',
    startAt,
    // Under proof each deviation is a defect of its own.
    personality: settings.prove === undefined ? settings.personality : 'documented',
  })
  const { applications, customers } = await sandbox.control.credentials()
  return {
    baseUrl: sandbox.baseUrl,
    originUrl: sandbox.originUrl,
    ca: sandbox.caPem,
    settings,
    control: sandbox.control,
    applications: byRole(applications),
    customers,
    deviations: deviationsOf(settings),
    close: () => sandbox.close(),
  }
}

async function openRemote(settings: Settings, baseUrl: string): Promise<Target> {
  const control =
    settings.controlUrl === undefined ? undefined : connectControl(settings.controlUrl, settings.timeoutMs)
  const known = await control?.credentials()
  const own = [
    ...(settings.application === undefined ? [] : [credentialsOf('main', settings.application)]),
    ...(settings.secondApplication === undefined ? [] : [credentialsOf('other', settings.secondApplication)]),
  ]
  return {
    baseUrl,
    originUrl: settings.gettingStartedUrl,
    ca: settings.caFile === undefined ? undefined : readPem('CITI_CA_FILE', settings.caFile),
    settings,
    control,
    applications: byRole(applicationsOf(own, known?.applications ?? [])),
    customers: customersOf(ownCustomer(settings), known?.customers ?? []),
    deviations: deviationsOf(settings),
    close: () => Promise.resolve(),
  }
}

/** The applications of the sandbox below those of the settings; none in two roles, since tests tell one from another. */
function applicationsOf(
  own: readonly ApplicationCredentials[],
  known: readonly ApplicationCredentials[],
): readonly ApplicationCredentials[] {
  const others = known.filter(({ clientId }) => !own.some((one) => one.clientId === clientId))
  return [...others, ...own]
}

/** The customer of the settings first, then those of the sandbox; nobody twice, since tests tell the first from the second. */
function customersOf(
  own: CustomerCredentials | undefined,
  known: readonly CustomerCredentials[],
): readonly CustomerCredentials[] {
  if (own === undefined) return known
  const same = known.find(({ username }) => username === own.username)
  return [{ ...same, ...own }, ...known.filter((one) => one !== same)]
}

/** The customer of the settings; a card of theirs is taken for one of every market of the run. */
function ownCustomer({ customer, card }: Settings): CustomerCredentials | undefined {
  if (customer === undefined || card === undefined) return customer
  return { ...customer, cards: Object.fromEntries(markets.map(({ id }) => [id, [card]])) }
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined
}

function credentialsOf(
  role: ApplicationCredentials['role'],
  application: ApplicationSettings,
): ApplicationCredentials {
  const { clientId, clientSecret, redirectUri } = application
  return { role, clientId, clientSecret, redirectUris: redirectUri === '' ? [] : [redirectUri] }
}

function byRole(list: readonly ApplicationCredentials[]): Target['applications'] {
  return Object.fromEntries(list.map((application) => [application.role, application]))
}

function readClientCertificate({ clientCertificate }: Settings): { cert: string; key: string } | undefined {
  if (clientCertificate === undefined) return undefined
  return {
    cert: readPem('CITI_CLIENT_CERT', clientCertificate.certFile),
    key: readPem('CITI_CLIENT_KEY', clientCertificate.keyFile),
  }
}
