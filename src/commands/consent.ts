import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { customerScopeOf } from '../contract/customer-scope.ts'
import { readContract } from '../contract/read.ts'
import { SettingsError, TransportError } from '../errors.ts'
import { ApiClient } from '../http/client.ts'
import { serverTimeOf } from '../http/server-time.ts'
import { Application, readTokenPair } from '../oauth/application.ts'
import { chooseMarkets } from '../oauth/choose-markets.ts'
import { readTrust } from '../oauth/trust.ts'
import { Consents } from '../parked/consents.ts'
import { readParkedKey } from '../parked/key.ts'
import { ParkedStore } from '../parked/store.ts'
import { minute } from '../parked/text.ts'
import { environment, readSettings } from '../settings.ts'
import { readParkedSettings } from '../token-settings.ts'
import { parseArguments, refuseRest } from './arguments.ts'
import { catchCallback } from './consent-callback.ts'
import { contractFolders, root } from './project.ts'
import { runCommand } from './run.ts'

const usage = `Usage: npm run consent [-- options]

Opens a browser in which a person logs in and consents once, and keeps the refresh token, sealed, among the parked
tokens. Runs without CITI_CUSTOMER then use it, each leaving its successor to the next one.

  --market <id>  the market to consent in; else the first one of CITI_MARKET
  --no-browser   prints the address instead; CITI_REDIRECT_URI must then lead to this machine
  --help         this text`

await runCommand(async (args) => {
  const parsed = parseArguments(args, { values: ['market'], switches: ['no-browser', 'help'] })
  refuseRest(parsed)
  const { options } = parsed
  if (options['help'] !== undefined) {
    console.log(usage)
    return 0
  }
  const env = environment(root)
  const market = options['market'] === undefined ? {} : { CITI_MARKET: options['market'] }
  await obtain({ ...env, ...market }, options['no-browser'] === undefined)
  return 0
})

async function obtain(env: ReturnType<typeof environment>, useBrowser: boolean): Promise<void> {
  const { app, baseUrl } = openApplication(env)
  const { folder, key } = readParkedSettings(env)
  if (key === undefined)
    throw new SettingsError('setting-missing', 'CITI_PARKED_KEY is not set, so no consent can be kept', {
      fix: 'make a key with `npm run parked -- --new-key`',
    })
  const store = new ParkedStore(path.resolve(root, folder), readParkedKey(key))
  const place = { target: baseUrl, clientId: app.clientId, market: app.market.id }
  try {
    const { deadline } = await keepConsent(app, new Consents(store, place), useBrowser)
    console.log(`The consent is kept until ${minute(deadline)}; runs without CITI_CUSTOMER use it.`)
  } finally {
    await app.client.close()
  }
}

function openApplication(env: ReturnType<typeof environment>): { app: Application; baseUrl: string } {
  const settings = readSettings(env)
  const { baseUrl, application, timeoutMs } = settings
  const [market] = chooseMarkets(settings)
  if (baseUrl === undefined || application === undefined || market === undefined)
    throw new SettingsError('setting-missing', 'CITI_BASE_URL is not set, so there is nobody to ask', {
      fix: 'set it and the credentials of the application; `npm run doctor` looks at both',
    })
  if (application.redirectUri === '')
    throw new SettingsError('setting-missing', 'CITI_REDIRECT_URI is not set', {
      fix: 'set it to the address that is registered for the application',
    })
  const secrets = [application.clientSecret]
  const client = new ApiClient({ baseUrl, ...readTrust(settings), timeoutMs, concurrency: 1, secrets })
  return { app: new Application(client, market, application), baseUrl }
}

async function keepConsent(app: Application, consents: Consents, useBrowser: boolean) {
  const state = randomUUID()
  const { schemas, specs } = contractFolders()
  const scope = customerScopeOf(readContract(schemas, specs), app.market.id)
  const address = app.client.urlOf({ path: app.authorizePath(scope, { state }) })
  const reply = await app.redeem(codeOf(await catchCallback(address, app.redirectUri, useBrowser), state))
  const refreshToken = readTokenPair(reply)?.refreshToken ?? ''
  if (refreshToken !== '') return consents.keep(refreshToken, serverTimeOf(reply) ?? new Date())
  throw refused(`the code was answered ${reply.status}, without refresh token`)
}

function codeOf(callback: URLSearchParams, state: string): string {
  // Somebody else's redirect must not end as our consent (RFC 6749, section 10.12).
  if (callback.get('state') !== state) throw refused('what came back does not belong to this request (state)')
  const code = callback.get('code')
  if (code !== null) return code
  const error = callback.get('error') ?? 'no code'
  throw refused(/^[\w.-]{1,40}$/.test(error) ? `the bank answered ${error}` : 'the bank answered no code')
}

function refused(what: string): TransportError {
  return new TransportError('consent-refused', `no consent came about: ${what}`, {
    fix: 'run `npm run consent` again, and choose to authorize',
  })
}
