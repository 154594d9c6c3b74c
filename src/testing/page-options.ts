import type { PlaywrightTestOptions } from '@playwright/test'

type Fixed<Value> = [Value, { scope: 'test'; box: 'self' }]

/** A constant that Playwright hands out without a step of its own. */
function fixed<Value>(value: Value): Fixed<Value> {
  return [value, { scope: 'test', box: 'self' }]
}

/**
 * Playwright's documented defaults for browser pages, as constants. Playwright otherwise computes each of them
 * before every test, page or no page, which took a third of a run's time.
 */
export const pageOptions: { [Name in keyof PlaywrightTestOptions]: Fixed<PlaywrightTestOptions[Name]> } = {
  acceptDownloads: fixed(true),
  actionTimeout: fixed(0),
  baseURL: fixed(undefined),
  bypassCSP: fixed(false),
  clientCertificates: fixed(undefined),
  colorScheme: fixed('light'),
  contextOptions: fixed({}),
  contrast: fixed('no-preference'),
  deviceScaleFactor: fixed(undefined),
  extraHTTPHeaders: fixed(undefined),
  forcedColors: fixed('none'),
  geolocation: fixed(undefined),
  hasTouch: fixed(false),
  httpCredentials: fixed(undefined),
  ignoreHTTPSErrors: fixed(false),
  isMobile: fixed(false),
  javaScriptEnabled: fixed(true),
  locale: fixed('en-US'),
  navigationTimeout: fixed(0),
  offline: fixed(false),
  permissions: fixed(undefined),
  proxy: fixed(undefined),
  reducedMotion: fixed('no-preference'),
  screen: fixed(undefined),
  serviceWorkers: fixed('allow'),
  storageState: fixed(undefined),
  testIdAttribute: fixed('data-testid'),
  timezoneId: fixed(undefined),
  userAgent: fixed(undefined),
  viewport: fixed({ width: 1280, height: 720 }),
}
