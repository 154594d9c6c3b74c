import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { SettingsError } from '../errors.ts'

/** A key to seal tokens with, and a name that tells it from others and tells nothing about it. */
export interface ParkedKey {
  readonly secret: KeyObject
  readonly name: string
}

const bytes = 32

/** Reads the text of CITI_PARKED_KEY, 32 bytes in base64; SettingsError when it is none, without showing it. */
export function readParkedKey(text: string): ParkedKey {
  const raw = Buffer.from(text, 'base64')
  if (raw.length !== bytes || raw.toString('base64').replace(/=+$/, '') !== text.replace(/=+$/, ''))
    throw new SettingsError('setting-invalid', `CITI_PARKED_KEY is no key of ${bytes} bytes in base64`, {
      fix: 'make one with `npm run parked -- --new-key`, and keep it where secrets are kept',
    })
  const name = createHash('sha256').update('parked tokens ').update(raw).digest('hex').slice(0, 12)
  return { secret: createSecretKey(raw), name }
}

/** Makes the text of a new key. */
export function newParkedKey(): string {
  return randomBytes(bytes).toString('base64')
}
