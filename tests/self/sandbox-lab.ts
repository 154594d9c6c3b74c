import { test as base } from '@playwright/test'
import { ApiClient, type Call, type Reply } from '../../src/http/client.ts'
import { headerOf } from '../../src/http/exchange.ts'
import { marketOf } from '../../src/markets/index.ts'
import type { MarketId } from '../../src/markets/types.ts'
import type { ApplicationCredentials, Control, SandboxCredentials } from '../../src/mock/control.ts'
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/mock/sandbox.ts'
import { Application, readTokenPair, type TokenPair } from '../../src/oauth/application.ts'
import { Customer } from '../../src/oauth/customer.ts'
import { contract, schemasDirectory } from '../../src/testing/contract.ts'

/** The moment at which the clock of these sandboxes starts. */
export const startAt = new Date('2026-03-02T09:00:00Z')

/** Every scope of customers' data outside the United States. */
export const customerScope = 'accounts_details_transactions customers_profiles'

/** A sandbox with those who use it. */
export class Lab {
  readonly sandbox: Sandbox
  readonly client: ApiClient
  readonly credentials: SandboxCredentials

  constructor(sandbox: Sandbox, client: ApiClient, credentials: SandboxCredentials) {
    this.sandbox = sandbox
    this.client = client
    this.credentials = credentials
  }

  get control(): Control {
    return this.sandbox.control
  }

  application(role: ApplicationCredentials['role'] = 'main', market: MarketId = 'sg'): Application {
    const identity = this.credentials.applications.find((application) => application.role === role)!
    return new Application(this.client, marketOf(market), {
      ...identity,
      redirectUri: identity.redirectUris[0] ?? 'https://two-legged.example/callback',
    })
  }

  customer(index = 0): Customer {
    return new Customer(this.credentials.customers[index]!)
  }

  /** Logs a customer in and returns the code that the application gets. */
  async code(app = this.application(), customer = this.customer(), scope = customerScope): Promise<string> {
    const { callback } = await customer.authorize(app, scope)
    return callback?.get('code') ?? 'no code'
  }

  async tokens(app = this.application(), customer = this.customer()): Promise<TokenPair> {
    return readTokenPair(await app.redeem(await this.code(app, customer)))!
  }

  /** Calls a resource correctly in everything but the change. */
  async call(accessToken: string, change: Partial<Call> = {}): Promise<Reply> {
    const headers = {
      authorization: `Bearer ${accessToken}`,
      accept: 'application/json',
      client_id: this.application().clientId,
      uuid: '0d9f3f5e-3c1b-4c56-9d0a-7e2b8a61c4f3',
      ...change.headers,
    }
    return this.client.send({ method: 'GET', path: '/v1/accounts', ...change, headers })
  }
}

/** Starts a sandbox for a piece of work, and ends it. */
export async function withSandbox(
  options: Partial<SandboxOptions>,
  work: (lab: Lab) => Promise<void>,
): Promise<void> {
  const sandbox = await startSandbox({ contract, schemasDirectory, clock: 'frozen', startAt, ...options })
  const { baseUrl, originUrl, caPem: ca } = sandbox
  const client = new ApiClient({ baseUrl, originUrl, ca, timeoutMs: 5000, concurrency: 8, secrets: [] })
  try {
    await work(new Lab(sandbox, client, await sandbox.control.credentials()))
  } finally {
    await client.close()
    await sandbox.close()
  }
}

/** A test with a sandbox that all tests of a worker share, reset after each. */
export const test = base.extend<{ lab: Lab }, { sharedLab: Lab }>({
  sharedLab: [
    // Playwright wants to be asked for something: the name of a browser starts none.
    async ({ browserName: _ }, use) => withSandbox({ controlPort: 0 }, use),
    { scope: 'worker' },
  ],
  lab: async ({ sharedLab }, use) => {
    await use(sharedLab)
    await sharedLab.control.reset()
  },
})

/** Returns a header of an answer. */
export function header(reply: Reply, name: string): string | undefined {
  return headerOf(reply.headers, name)
}

/** Says status and error code of an answer, in whichever shape it comes. */
export function outcome({ status, json }: Reply): string {
  const body = json as { error?: unknown; code?: unknown; errors?: { code?: unknown }[] } | undefined
  const code = body?.error ?? body?.code ?? body?.errors?.[0]?.code
  return typeof code === 'string' ? `${status} ${code}` : String(status)
}
