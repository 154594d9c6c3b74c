import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ApiClient, type ClientCertificate } from '../../src/http/client.ts'
import { marketOf } from '../../src/markets/index.ts'
import type { MarketId } from '../../src/markets/types.ts'
import type { ApplicationCredentials, Control, CustomerCredentials } from '../../src/mock/control.ts'
import { type Sandbox, startSandbox } from '../../src/mock/sandbox.ts'
import { Application } from '../../src/oauth/application.ts'
import { Customer } from '../../src/oauth/customer.ts'
import { readSettings } from '../../src/settings.ts'
import { Caller } from '../../src/testing/caller.ts'
import { contract, schemasDirectory } from '../../src/testing/contract.ts'
import { TargetState } from '../../src/testing/target-state.ts'
import { customerScope } from '../../src/testing/token-broker.ts'
import { HoldingClient } from './held-call.ts'
import type { TokenParties } from './token-calls.ts'

/** The moment at which the clock of every sandbox of the bench stands. */
const startAt = new Date('2026-03-02T09:00:00Z')

/** A sandbox of one run, honest until a defect is switched on, with those who use it. */
export interface Bench {
  readonly baseUrl: string
  readonly originUrl: string
  readonly control: Control
  readonly caller: Caller
  readonly parties: TokenParties
  /** The certificate authority in PEM, and a file that holds it. */
  readonly ca: { readonly pem: string; readonly file: string }
  /** Certificate and key of a payment service provider, as files. */
  readonly provider: ClientCertificate & { readonly certFile: string; readonly keyFile: string }
  close(): Promise<void>
}

/** Where a bench stands, and where it may write. */
export interface BenchOptions {
  readonly market: MarketId
  /** Calls per minute and application. */
  readonly quota: number
  readonly folder: string
}

/** Starts a sandbox for one run of a peer. */
export async function openBench({ market, quota, folder }: BenchOptions): Promise<Bench> {
  const sandbox = await startSandbox({ contract, schemasDirectory, clock: 'frozen', startAt, quota })
  const { baseUrl, originUrl, control } = sandbox
  const clients = clientsOf(sandbox)
  const { applications, customers } = await control.credentials()
  const identity = mainOf(applications)
  const app = new Application(clients.sending, marketOf(market), identity)
  const customer = firstOf(customers)
  const state = stateOf(sandbox, applications, customers)
  return {
    baseUrl,
    originUrl,
    control,
    caller: new Caller({ client: clients.sending, state, app, username: customer.username }),
    parties: {
      app,
      held: new Application(clients.holding, marketOf(market), identity),
      customer: new Customer(customer),
      card: customer.cards?.[market]?.[0] ?? { lastFour: '0000', phone: '0' },
      otp: readSettings({}).otp,
      scope: customerScope(market),
    },
    ca: { pem: sandbox.caPem, file: write(folder, 'ca.pem', sandbox.caPem) },
    provider: await writeProvider(control, folder),
    close: async () => {
      await clients.sending.close()
      await sandbox.close()
    },
  }
}

function clientsOf({ baseUrl, originUrl, caPem: ca }: Sandbox): { sending: ApiClient; holding: ApiClient } {
  const options = { baseUrl, originUrl, ca, timeoutMs: 10_000, concurrency: 1, secrets: [] }
  return { sending: new ApiClient(options), holding: new HoldingClient(options) }
}

function mainOf(
  applications: readonly ApplicationCredentials[],
): ConstructorParameters<typeof Application>[2] {
  const found = applications.find(({ role }) => role === 'main')
  if (found === undefined) throw new Error('the sandbox has no application')
  return { ...found, redirectUri: found.redirectUris[0] ?? '' }
}

function firstOf(customers: readonly CustomerCredentials[]): CustomerCredentials {
  const [first] = customers
  if (first === undefined) throw new Error('the sandbox has no customer')
  return first
}

function stateOf(
  sandbox: Sandbox,
  applications: readonly ApplicationCredentials[],
  customers: readonly CustomerCredentials[],
): TargetState {
  return new TargetState({
    baseUrl: sandbox.baseUrl,
    originUrl: sandbox.originUrl,
    ca: sandbox.caPem,
    settings: readSettings({}),
    control: sandbox.control,
    applications: Object.fromEntries(applications.map((one) => [one.role, one])),
    customers,
    deviations: [],
    close: () => Promise.resolve(),
  })
}

async function writeProvider(control: Control, folder: string): Promise<Bench['provider']> {
  const good = (await control.providers()).find(({ purpose }) => purpose === 'good')
  if (good === undefined) throw new Error('the sandbox names no payment service provider')
  return {
    cert: good.certificatePem,
    key: good.keyPem,
    certFile: write(folder, 'provider.pem', good.certificatePem),
    keyFile: write(folder, 'provider.key', good.keyPem),
  }
}

function write(folder: string, name: string, text: string): string {
  const file = path.join(folder, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, text)
  return file
}
