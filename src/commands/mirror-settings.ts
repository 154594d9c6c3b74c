import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ApplicationCredentials } from '../mock/control.ts'
import type { Sandbox } from '../mock/sandbox.ts'
import { chooseMarkets } from '../oauth/choose-markets.ts'
import { readSettings, settingNames, type Settings } from '../settings.ts'
import type { Env } from './child.ts'

/** Settings that are about the suite and not about the target. */
const kept: readonly string[] = [
  'CITI_SPECS',
  'CITI_SCHEMAS',
  'CITI_PERSONALITY',
  'CITI_MARKET',
  'CITI_STRICT',
]

/** Settings that say as much about the sandbox as the real ones say about the target, and nothing else. */
export async function mirrorSettings(env: Env, sandbox: Sandbox, folder: string): Promise<Env> {
  const caFile = path.join(folder, 'ca.pem')
  writeFileSync(caFile, sandbox.caPem)
  return {
    ...env,
    ...Object.fromEntries(settingNames.map((name) => [name, ''])),
    ...Object.fromEntries(kept.map((name) => [name, env[name]])),
    CITI_BASE_URL: sandbox.baseUrl,
    CITI_CA_FILE: caFile,
    CITI_REPORTS: folder,
    ...(await knownOf(readSettings(env), sandbox)),
    ...(readSettings(env).clientCertificate === undefined ? {} : await certificateSettings(sandbox, folder)),
  }
}

/** What a run knows of its target; a run without target rehearses for one that it knows everything of. */
async function knownOf(settings: Settings, { control, originUrl }: Sandbox): Promise<Env> {
  const { applications, customers } = await control.credentials()
  const [customer] = customers
  const isFree = settings.baseUrl === undefined
  const find = (role: ApplicationCredentials['role']) => applications.find((one) => one.role === role)
  const [market] = chooseMarkets(settings)
  const [card] = (market && customer?.cards?.[market.id]) ?? []
  return {
    ...applicationSettings('CITI_', find('main'), settings.application?.redirectUri !== ''),
    ...(isFree || settings.secondApplication !== undefined
      ? applicationSettings('CITI_SECOND_', find('other'), settings.secondApplication?.redirectUri !== '')
      : {}),
    ...(isFree || settings.gettingStartedUrl !== undefined ? { CITI_GETTING_STARTED_URL: originUrl } : {}),
    ...(isFree || settings.customer !== undefined
      ? { CITI_CUSTOMER: customer?.username, CITI_CUSTOMER_PASSWORD: customer?.password }
      : {}),
    ...(isFree || settings.card !== undefined
      ? { CITI_CARD_LAST_FOUR: card?.lastFour, CITI_CARD_PHONE: card?.phone }
      : {}),
  }
}

function applicationSettings(
  prefix: string,
  application: ApplicationCredentials | undefined,
  hasRedirect: boolean,
): Env {
  return {
    [`${prefix}CLIENT_ID`]: application?.clientId,
    [`${prefix}CLIENT_SECRET`]: application?.clientSecret,
    [`${prefix}REDIRECT_URI`]: hasRedirect ? application?.redirectUris[0] : '',
  }
}

async function certificateSettings({ control }: Sandbox, folder: string): Promise<Env> {
  const good = (await control.providers()).find(({ purpose }) => purpose === 'good')
  const [certFile, keyFile] = [path.join(folder, 'provider.pem'), path.join(folder, 'provider.key')]
  writeFileSync(certFile, good?.certificatePem ?? '')
  writeFileSync(keyFile, good?.keyPem ?? '', { mode: 0o600 })
  return { CITI_CLIENT_CERT: certFile, CITI_CLIENT_KEY: keyFile }
}
