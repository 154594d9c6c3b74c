import { SettingsError } from './errors.ts'

/** Environment variables by name. */
export type Env = Readonly<Record<string, string | undefined>>

/** Reads a setting as text; an empty one counts as not set, white space around it is refused. */
export function readSetting(env: Env, name: string): string | undefined {
  const value = env[name]
  if (value === undefined || value === '') return undefined
  if (value !== value.trim())
    throw new SettingsError('setting-invalid', `${name} begins or ends with white space`, {
      fix: `remove the white space around ${name}`,
    })
  return value
}

/** Reads one of two words; undefined when the setting is empty. */
export function readChoice<Word extends string>(
  env: Env,
  name: string,
  words: readonly [Word, Word],
): Word | undefined {
  const value = readSetting(env, name)
  const found = words.find((word) => word === value)
  if (value === undefined || found !== undefined) return found
  throw new SettingsError('setting-invalid', `${name} is neither ${words.join(' nor ')}: ${value}`)
}

/** Reads words that commas or white space part. */
export function readList(env: Env, name: string): string[] {
  return (readSetting(env, name) ?? '').split(/[\s,]+/).filter((word) => word !== '')
}

const addressFix = 'write it as https://host/path'

/** Reads an address as it was written: a redirect URI is compared character by character. */
export function readUrl(env: Env, name: string): string | undefined {
  const value = readSetting(env, name)
  if (value === undefined) return undefined
  const hasScheme = /^https?:\/\//i.test(value)
  if (!hasScheme || !URL.canParse(value)) {
    const flaw = hasScheme ? 'no valid address' : 'not an address with a scheme'
    throw new SettingsError('setting-invalid', `${name} is ${flaw}: ${value}`, { fix: addressFix })
  }
  return value
}

/** Reads an address that paths are appended to, in its normal form; whatever else it holds would get in their way. */
export function readBase(env: Env, name: string): string | undefined {
  const value = readUrl(env, name)
  if (value === undefined) return undefined
  const { href, username, password, search, hash } = new URL(value)
  const extra = {
    'a user name or password': username + password,
    'a query or fragment': search + hash,
  }
  for (const [what, found] of Object.entries(extra))
    if (found !== '')
      throw new SettingsError('setting-invalid', `${name} holds ${what}, which a base address cannot have`, {
        fix: addressFix,
      })
  return href.replace(/\/+$/, '')
}

/** Reads a positive whole number. */
export function readNumber(env: Env, name: string, fallback: number): number {
  const value = readSetting(env, name)
  if (value === undefined) return fallback
  const number = Number(value)
  if (!Number.isInteger(number) || number <= 0)
    throw new SettingsError('setting-invalid', `${name} is not a positive whole number: ${value}`, {
      fix: `write a number, such as ${fallback}`,
    })
  return number
}

/** Reads a number without which there is no bound; the example tells how to write one. */
export function readBound(env: Env, name: string, example: number): number | undefined {
  return readSetting(env, name) === undefined ? undefined : readNumber(env, name, example)
}

/** Reads yes or no. */
export function readFlag(env: Env, name: string, fallback: boolean): boolean {
  const value = readSetting(env, name)?.toLowerCase()
  if (value === undefined) return fallback
  if (['1', 'true', 'yes'].includes(value)) return true
  if (['0', 'false', 'no'].includes(value)) return false
  throw new SettingsError('setting-invalid', `${name} is neither true nor false: ${value}`, {
    fix: 'write true or false',
  })
}

/** Reads two settings that belong together; undefined when neither is set. */
export function readPair(env: Env, names: readonly [string, string]): readonly [string, string] | undefined {
  const [first, second] = names.map((name) => readSetting(env, name))
  if (first === undefined && second === undefined) return undefined
  if (first === undefined || second === undefined) {
    const [missing, given] = first === undefined ? names : [names[1], names[0]]
    throw new SettingsError('setting-missing', `${given} is set, but ${missing} is not`, {
      fix: `set ${missing}`,
    })
  }
  return [first, second]
}
