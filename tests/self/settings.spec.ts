import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { readSettings, refuseUnknownSettings } from '../../src/settings.ts'
import { complaint, credentials, secret } from './complaint.ts'

test.describe('settings', () => {
  const cases = {
    'an address without a scheme': [
      { CITI_BASE_URL: 'bank.example' },
      'setting-invalid',
      'CITI_BASE_URL is not an address with a scheme: bank.example',
    ],
    'an address that is none': [
      { CITI_BASE_URL: 'https://bank.example:99999' },
      'setting-invalid',
      'CITI_BASE_URL is no valid address: https://bank.example:99999',
    ],
    'a password in the address': [
      { CITI_BASE_URL: `https://someone:${secret}@bank.example` },
      'setting-invalid',
      'CITI_BASE_URL holds a user name or password, which a base address cannot have',
    ],
    'a query in the address': [
      { CITI_BASE_URL: 'https://bank.example/api?version=1' },
      'setting-invalid',
      'CITI_BASE_URL holds a query or fragment, which a base address cannot have',
    ],
    'a limit that is no number': [
      { CITI_TIMEOUT_MS: '10s' },
      'setting-invalid',
      'CITI_TIMEOUT_MS is not a positive whole number: 10s',
    ],
    'a switch that is neither on nor off': [
      { CITI_STRICT: 'maybe' },
      'setting-invalid',
      'CITI_STRICT is neither true nor false: maybe',
    ],
    'an address without credentials': [
      { CITI_BASE_URL: 'https://bank.example', CITI_CLIENT_ID: '', CITI_CLIENT_SECRET: '' },
      'setting-missing',
      'CITI_CLIENT_ID and CITI_CLIENT_SECRET are not set',
    ],
    'an unknown market': [
      { CITI_MARKET: 'sg,fr' },
      'setting-invalid',
      'CITI_MARKET names fr, which is no market of this suite',
    ],
    'an id with a colon': [
      { CITI_BASE_URL: 'https://bank.example', CITI_CLIENT_ID: 'a:b' },
      'setting-invalid',
      'CITI_CLIENT_ID holds a colon, which Basic authentication cannot carry',
    ],
    'a secret in its quotes': [
      { CITI_BASE_URL: 'https://bank.example', CITI_CLIENT_SECRET: `"${secret}"` },
      'setting-invalid',
      'CITI_CLIENT_SECRET still has its quotes or brackets',
    ],
    'a whole Basic header for the secret': [
      { CITI_BASE_URL: 'https://bank.example', CITI_CLIENT_SECRET: `Basic ${secret}` },
      'setting-invalid',
      'CITI_CLIENT_SECRET is a whole Basic header, not the bare value',
    ],
    'a CA file that is not there': [
      { CITI_BASE_URL: 'https://bank.example', CITI_CA_FILE: 'no-such.pem' },
      'setting-file-unreadable',
      'CITI_CA_FILE names no-such.pem, which cannot be read',
    ],
    'a CA file that holds something else': [
      { CITI_BASE_URL: 'https://bank.example', CITI_CA_FILE: 'package.json' },
      'setting-invalid',
      'CITI_CA_FILE names package.json, which holds no certificate in PEM',
    ],
    'a client certificate that is none': [
      {
        CITI_BASE_URL: 'https://bank.example',
        CITI_CLIENT_CERT: 'package.json',
        CITI_CLIENT_KEY: 'package.json',
      },
      'setting-invalid',
      'CITI_CLIENT_CERT package.json and CITI_CLIENT_KEY package.json are no certificate with its key in PEM',
    ],
  } as const
  for (const [title, [env, code, message]] of Object.entries(cases))
    test(`${title} is named`, async () => {
      expect(await complaint(env)).toMatchObject({ code, message, fix: expect.any(String) })
    })

  test('a base address is read in its normal form, a redirect URI as it was written', () => {
    const settings = readSettings({
      ...credentials,
      CITI_BASE_URL: 'HTTPS://Bank.Example:443/api//',
      CITI_REDIRECT_URI: 'https://App.Example/callback/',
    })
    expect(settings.baseUrl).toBe('https://bank.example/api')
    expect(settings.application?.redirectUri).toBe('https://App.Example/callback/')
  })

  test('a name in .env that no setting has is refused, other words are left alone', ({}, testInfo) => {
    const file = testInfo.outputPath('.env')
    writeFileSync(file, 'NODE_ENV=test\nCITI_MARKET=sg\n')
    refuseUnknownSettings(path.dirname(file))
    writeFileSync(file, 'CITI_MARKETS=sg\n')
    expect(() => refuseUnknownSettings(path.dirname(file))).toThrow(
      expect.objectContaining({ message: '.env sets CITI_MARKETS, which is no setting of this suite' }),
    )
  })

  test('a market named twice is tested once', () => {
    expect(readSettings({ CITI_MARKET: 'SG, hk,sg' }).markets).toEqual(['sg', 'hk'])
  })

  test('the embedded sandbox needs no more than known markets', async () => {
    expect(await complaint({ CITI_MARKET: 'us, sg' })).toBeUndefined()
  })
})
