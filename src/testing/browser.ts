import { walkInBrowser } from './browser-login.ts'
import { launchChromium, noChromium } from './chromium.ts'
import { test as base } from './fixtures.ts'
import { readLoginPage } from './login-page.ts'
import { notObserved } from './not-observed.ts'

/** A browser page in which a customer can walk through login and consent. */
export interface LoginWalk {
  /** Opens an address of the bank, logs in, consents, and returns the parameters that came back. */
  authorize(address: string, redirectUri: string): Promise<URLSearchParams | undefined>
}

/**
 * The test with a real browser. It launches its own context without traces, screenshots or videos, since the
 * pages hold a password and the address a code.
 */
export const test = base.extend<{ loginWalk: LoginWalk }>({
  loginWalk: async ({ target, recorder: _ }, use) => {
    const browser = await launchChromium()
    if (browser === undefined) notObserved(noChromium)
    const page = await (await browser.newContext({ ignoreHTTPSErrors: target.settings.sandbox })).newPage()
    const [customer] = target.customers
    if (customer === undefined)
      notObserved('no test customer is known: set CITI_CUSTOMER and CITI_CUSTOMER_PASSWORD')
    const description = readLoginPage()
    await use({
      authorize: async (address, redirectUri) => {
        const end = await walkInBrowser(page, { address, redirectUri, ...customer }, description)
        return end instanceof URLSearchParams ? end : undefined
      },
    })
    await browser.close()
  },
})

test.use({ trace: 'off', screenshot: 'off', video: 'off' })
