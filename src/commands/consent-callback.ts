import type { Browser } from '@playwright/test'
import { SettingsError, TransportError } from '../errors.ts'
import { isLoopback, listenForRedirect } from '../oauth/loopback.ts'
import { readSettings } from '../settings.ts'
import { launchChromium } from '../testing/chromium.ts'

/** How long a person may take, in milliseconds. */
const patienceMs = 10 * 60_000

/**
 * Waits until a person has logged in and consented, and returns the parameters of the redirect. A listener catches it
 * where the redirect URI leads to this machine; elsewhere the browser itself does.
 */
export async function catchCallback(
  address: string,
  redirectUri: string,
  useBrowser: boolean,
): Promise<URLSearchParams> {
  if (!useBrowser && !isLoopback(redirectUri))
    throw new SettingsError(
      'setting-invalid',
      'CITI_REDIRECT_URI does not lead to this machine, so only a browser of ours can catch it',
      { fix: 'leave --no-browser out, or register an address such as http://localhost:8181/callback' },
    )
  const browser = useBrowser ? await openBrowser() : undefined
  try {
    return isLoopback(redirectUri)
      ? await byListener(address, redirectUri, browser)
      : await byBrowser(address, redirectUri, browser)
  } finally {
    await browser?.close()
  }
}

async function openBrowser(): Promise<Browser> {
  const browser = await launchChromium('visible').catch(() => undefined)
  if (browser !== undefined) return browser
  throw new SettingsError('browser-missing', 'no browser window opens on this machine', {
    fix: 'run it on a machine with a screen and a Chromium, or use --no-browser',
  })
}

async function byListener(
  address: string,
  redirectUri: string,
  browser: Browser | undefined,
): Promise<URLSearchParams> {
  const listener = await listenForRedirect(redirectUri, patienceMs)
  console.log(browser === undefined ? `Open this address, log in and consent:\n\n${address}\n` : waiting)
  try {
    const page = await newPage(browser)
    await page?.goto(address)
    return await listener.caught
  } finally {
    listener.close()
  }
}

async function byBrowser(
  address: string,
  redirectUri: string,
  browser: Browser | undefined,
): Promise<URLSearchParams> {
  const page = await newPage(browser)
  if (page === undefined) throw new TransportError('timed-out', 'no page was opened')
  const isBack = ({ href }: URL) => href.startsWith(redirectUri)
  await page.route(isBack, (route) => route.fulfill({ body: 'The consent has arrived.' }))
  console.log(waiting)
  await page.goto(address)
  await page.waitForURL(isBack, { timeout: patienceMs })
  return new URL(page.url()).searchParams
}

const waiting = 'Log in and consent in the window that has opened; ten minutes are left for it.'

async function newPage(browser: Browser | undefined) {
  return browser?.newPage({ ignoreHTTPSErrors: readSettings().sandbox })
}
