import { SettingsError } from './errors.ts'
import { type Env, readSetting } from './setting-readers.ts'
import { environment } from './settings.ts'

/** How tokens are parked until they are old enough. */
export interface ParkedSettings {
  /** The folder, relative to the project or absolute. */
  readonly folder: string
  /** The key as it was written; undefined means that nothing is parked. */
  readonly key: string | undefined
  /** How long a run may wait for deadlines of its own, in seconds. */
  readonly waitSeconds: number
}

/** Reads what parking needs; SettingsError names the variable at fault. */
export function readParkedSettings(env: Env = environment()): ParkedSettings {
  return {
    folder: readSetting(env, 'CITI_PARKED') ?? '.parked',
    key: readSetting(env, 'CITI_PARKED_KEY'),
    waitSeconds: readSpan(env, 'CITI_WAIT'),
  }
}

/** How a run comes to a customer's tokens where it cannot fill in the login page itself. */
export interface ConsentSettings {
  /** An authorization code that somebody fetched. */
  readonly code: string | undefined
  /** A refresh token that somebody fetched. */
  readonly refreshToken: string | undefined
  /** The description of the target's login page. */
  readonly loginPage: string
}

/** Reads where consents come from; SettingsError names the variable at fault. */
export function readConsentSettings(env: Env = environment()): ConsentSettings {
  return {
    code: readSetting(env, 'CITI_CODE'),
    refreshToken: readSetting(env, 'CITI_REFRESH_TOKEN'),
    loginPage: readSetting(env, 'CITI_LOGIN_PAGE') ?? 'login-page.yaml',
  }
}

/** Reads a span such as `90s`, `3m` or `1h` in seconds; 0 without a value. */
function readSpan(env: Env, name: string): number {
  const value = readSetting(env, name) ?? '0s'
  const [, count, unit = ''] = /^(\d{1,6})(s|m|h)$/.exec(value) ?? []
  if (count === undefined)
    throw new SettingsError('setting-invalid', `${name} is no span of time: ${value}`, {
      fix: 'write it as 90s, 3m or 1h',
    })
  return Number(count) * ({ s: 1, m: 60, h: 3600 }[unit] ?? 1)
}
