import { SettingsError } from '../errors.ts'
import type { ApplicationSettings } from '../settings.ts'

/** Ids of the Developer Hub are UUIDs, its secrets are not. */
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Shorter texts can be readable base64 by chance. */
const fewestBytes = 12

/**
 * Looks for what goes wrong when credentials are copied: quotes, whole headers, base64, the two swapped.
 * SettingsError names the setting and never shows its value; `prefix` is `CITI_` or `CITI_SECOND_`.
 */
export function checkCredentialsForm(
  { clientId, clientSecret }: Pick<ApplicationSettings, 'clientId' | 'clientSecret'>,
  prefix = 'CITI_',
): void {
  const [id, secret] = [`${prefix}CLIENT_ID`, `${prefix}CLIENT_SECRET`]
  const flaw = flawOf(id, clientId) ?? flawOf(secret, clientSecret)
  if (flaw !== undefined) throw wrong(flaw)
  if (clientId.includes(':')) throw wrong(`${id} holds a colon, which Basic authentication cannot carry`)
  if (uuid.test(clientSecret) && !uuid.test(clientId))
    throw new SettingsError(
      'setting-invalid',
      `${id} and ${secret} are swapped: the secret looks like an id`,
      {
        fix: `exchange the values of ${id} and ${secret}`,
      },
    )
}

function flawOf(name: string, value: string): string | undefined {
  if (/^basic /i.test(value)) return `${name} is a whole Basic header, not the bare value`
  if (/^(["']).*\1$/.test(value) || /^<.*>$/.test(value)) return `${name} still has its quotes or brackets`
  if (!/^[\x21-\x7e]+$/.test(value)) return `${name} holds spaces or characters beyond ASCII`
  return isEncoded(value) ? `${name} is in base64 already, not the bare value` : undefined
}

/** Base64 of something readable: chance makes no readable text of a dozen bytes. */
function isEncoded(value: string): boolean {
  if (value.length % 4 !== 0 || !/^[A-Za-z\d+/]+={0,2}$/.test(value)) return false
  const decoded = Buffer.from(value, 'base64').toString('latin1')
  return decoded.length >= fewestBytes && /^[\x20-\x7e]+$/.test(decoded)
}

function wrong(message: string): SettingsError {
  return new SettingsError('setting-invalid', message, {
    fix: 'copy the bare value from the API Keys page of the Developer Hub',
  })
}
