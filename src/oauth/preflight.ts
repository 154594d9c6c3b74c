import { setTimeout } from 'node:timers/promises'
import { SettingsError, TransportError } from '../errors.ts'
import { ApiClient, type Reply } from '../http/client.ts'
import { findMarket, markets } from '../markets/index.ts'
import type { Market } from '../markets/types.ts'
import type { ApplicationSettings, Settings } from '../settings.ts'
import { Application, readTokenPair } from './application.ts'
import { refuseAnswer } from './refused-answer.ts'
import { readTrust } from './trust.ts'
import { explainUnreachable } from './unreachable.ts'

type TargetSettings = Settings & { readonly baseUrl: string }

/**
 * Looks for the first thing that keeps a run from working: settings, name, port, TLS, credentials, token, market.
 * Throws a SuiteError that names the setting and holds one fix, within CITI_TIMEOUT_MS for each market.
 */
export async function preflight(settings: Settings): Promise<void> {
  const chosen = chooseMarkets(settings)
  const { baseUrl, application } = settings
  if (baseUrl === undefined) return
  if (application === undefined)
    throw new SettingsError('setting-missing', 'CITI_CLIENT_ID and CITI_CLIENT_SECRET are not set', {
      fix: 'copy them from the API Keys page of the Developer Hub',
    })
  checkCredentials(application)
  const client = openClient({ ...settings, baseUrl })
  try {
    for (const market of chosen)
      await checkToken(new Application(client, market, application), { ...settings, baseUrl })
  } finally {
    await client.close()
  }
}

/** Returns the markets of a run: those named, else all of the embedded sandbox or the first one of a target. */
export function chooseMarkets(settings: Pick<Settings, 'markets' | 'baseUrl'>): readonly Market[] {
  const known = markets.map(({ id }) => id).join(', ')
  if (settings.markets.length === 0) return settings.baseUrl === undefined ? markets : markets.slice(0, 1)
  return settings.markets.map((id) => {
    const market = findMarket(id)
    if (market === undefined)
      throw new SettingsError(
        'setting-invalid',
        `CITI_MARKET names ${id}, which is no market of this suite`,
        {
          fix: `choose from ${known}`,
        },
      )
    return market
  })
}

function openClient(settings: TargetSettings): ApiClient {
  const { baseUrl, timeoutMs, application } = settings
  return new ApiClient({
    baseUrl,
    ...readTrust(settings),
    timeoutMs,
    concurrency: 1,
    secrets: application === undefined ? [] : [application.clientSecret],
  })
}

function checkCredentials({ clientId, clientSecret }: ApplicationSettings): void {
  const wrong = [
    ['CITI_CLIENT_ID', clientId] as const,
    ['CITI_CLIENT_SECRET', clientSecret] as const,
  ].flatMap(([name, value]) => flawsOf(value).map((flaw) => `${name} ${flaw}`))
  if (clientId.includes(':'))
    wrong.push('CITI_CLIENT_ID holds a colon, which Basic authentication cannot carry')
  if (wrong[0] !== undefined)
    throw new SettingsError('setting-invalid', wrong[0], {
      fix: 'copy the bare value from the API Keys page of the Developer Hub',
    })
}

function flawsOf(value: string): string[] {
  if (/^basic /i.test(value)) return ['is a whole Basic header, not the bare value']
  if (/^(["']).*\1$/.test(value) || /^<.*>$/.test(value)) return ['still has its quotes or brackets']
  return /^[\x21-\x7e]+$/.test(value) ? [] : ['holds spaces or characters beyond ASCII']
}

async function checkToken(application: Application, settings: TargetSettings): Promise<void> {
  const reply = await ask(application, settings)
  if (readTokenPair(reply) === undefined) throw refuseAnswer(reply, application.market, settings.baseUrl)
}

/** Asks for a two-legged token; whatever happens, happens within the time limit. */
async function ask(application: Application, settings: TargetSettings): Promise<Reply> {
  const answered = new AbortController()
  const late = setTimeout(settings.timeoutMs, undefined, { signal: answered.signal }).then(() => {
    throw new TransportError('timed-out', 'no answer in time')
  })
  try {
    return await Promise.race([application.fetchToken(), late])
  } catch (error) {
    throw explainUnreachable(error, settings)
  } finally {
    answered.abort()
  }
}
