import type { Page } from '@playwright/test'
import { launchChromium, noChromium } from './chromium.ts'
import { test as base } from './fixtures.ts'
import { notObserved } from './not-observed.ts'

/** A button or field that a page has not shown by then never comes; the test has more to do in its own time. */
const longestWaitMilliseconds = 10_000

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
    page.setDefaultTimeout(longestWaitMilliseconds)
    const [customer] = target.customers
    if (customer === undefined)
      notObserved('no test customer is known: set CITI_CUSTOMER and CITI_CUSTOMER_PASSWORD')
    await use({ authorize: (address, redirectUri) => authorize(page, { address, redirectUri, ...customer }) })
    await browser.close()
  },
})

test.use({ trace: 'off', screenshot: 'off', video: 'off' })

interface Walk {
  readonly address: string
  readonly redirectUri: string
  readonly username: string
  readonly password: string
}

async function authorize(page: Page, walk: Walk): Promise<URLSearchParams | undefined> {
  // The application itself is not running: its callback is answered here, so that nothing leaves the machine.
  await page.route(`${walk.redirectUri}**`, (route) => route.fulfill({ body: 'back at the application' }))
  await page.goto(walk.address)
  await page.getByRole('textbox', { name: /user/i }).fill(walk.username)
  await page.getByLabel(/password/i).fill(walk.password)
  await page.getByRole('button', { name: /sign|log/i }).click()
  await page.getByRole('button', { name: /authori[sz]e/i }).click()
  await page.waitForURL(`${walk.redirectUri}**`)
  return new URL(page.url()).searchParams
}
