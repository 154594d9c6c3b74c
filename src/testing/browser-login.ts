import type { Page } from '@playwright/test'
import type { Reply } from '../http/client.ts'
import { mediaTypeOf } from '../http/exchange.ts'
import type { Application } from '../oauth/application.ts'
import type { Customer } from '../oauth/customer.ts'
import { readForm } from '../oauth/html-form.ts'
import { isProving, readSettings } from '../settings.ts'
import { launchChromium, noChromium } from './chromium.ts'
import { type LoginPage, readLoginPage } from './login-page.ts'
import { notObserved } from './not-observed.ts'

/** A login from the authorization request to the redirect. */
export interface Walk {
  readonly address: string
  readonly redirectUri: string
  readonly username: string
  readonly password: string
}

/** How a walk ended: the parameters that came back, or the part of the page that never showed up. */
export type WalkEnd = URLSearchParams | { readonly missing: keyof LoginPage | 'redirect' }

/** Logs in and consents on the pages that the description tells of; what was typed stands in no error. */
export async function walkInBrowser(page: Page, walk: Walk, description: LoginPage): Promise<WalkEnd> {
  page.setDefaultTimeout(description.seconds * 1000)
  const isBack = ({ href }: URL) => href.startsWith(walk.redirectUri)
  // The application itself is not running: its callback is answered here, so that nothing leaves the machine.
  await page.route(isBack, (route) => route.fulfill({ body: 'back at the application' }))
  await page.goto(walk.address)
  for (const [part, step] of stepsOf(page, walk, description))
    // A failure of Playwright tells what it was about to type, so it goes no further than here.
    if (!(await step().then(...doneOrNot))) return { missing: part }
  return (await page.waitForURL(isBack).then(...doneOrNot))
    ? new URL(page.url()).searchParams
    : { missing: 'redirect' }
}

const doneOrNot = [() => true, () => false] as const

type Step = readonly [keyof LoginPage, () => Promise<unknown>]

function stepsOf(page: Page, { username, password }: Walk, description: LoginPage): readonly Step[] {
  const { before, user, password: passwordField, signIn, otp, authorize } = description
  const press = (selector: string) => page.locator(selector).first().click()
  const fill = (selector: string, text: string) => page.locator(selector).first().fill(text)
  return [
    ['before', () => pressIfThere(page, before)],
    ['user', () => fill(user, username)],
    ['password', () => fill(passwordField, password)],
    ['signIn', () => press(signIn)],
    ...(otp === undefined
      ? []
      : ([
          ['otp', () => fill(otp.field, readSettings().otp)],
          ['otp', () => press(otp.submit)],
        ] as const)),
    ['authorize', () => press(authorize)],
  ]
}

async function pressIfThere(page: Page, selectors: readonly string[]): Promise<void> {
  for (const selector of selectors)
    await page
      .locator(selector)
      .first()
      .click({ timeout: 2000 })
      .catch(() => undefined)
}

/**
 * Lets a browser log in where an answer is a page that only a browser understands; undefined where it is none. The test
 * is unclear when that fails as well.
 */
export async function logInByBrowser(
  reply: Reply,
  { app, customer, scope }: { app: Application; customer: Customer; scope: string },
): Promise<URLSearchParams | undefined> {
  // Under a proof such a page is the defect.
  if (!needsBrowser(reply) || isProving()) return undefined
  const description = readLoginPage()
  const browser = await launchChromium()
  if (browser === undefined) return notObserved(noChromium)
  try {
    const page = await browser.newPage({ ignoreHTTPSErrors: readSettings().sandbox })
    const address = app.client.urlOf({ path: app.authorizePath(scope) })
    const end = await customer.logInBy((identity) =>
      walkInBrowser(page, { address, redirectUri: app.redirectUri, ...identity }, description),
    )
    if (end instanceof URLSearchParams) return end
    return notObserved(`unclear: the login pages never showed what login-page.yaml calls ${end.missing}`)
  } finally {
    await browser.close()
  }
}

function needsBrowser({ status, headers, body }: Reply): boolean {
  return status === 200 && mediaTypeOf(headers) === 'text/html' && readForm(body)?.passwordField === undefined
}
