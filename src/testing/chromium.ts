import { existsSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The arguments that keep the browser from calling anybody but the page it is told to open. */
const quietArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What to say where no Chromium is found. */
export const noChromium =
  'no browser: run `npx playwright install chromium`, or install Chromium on the system'

/** Finds a Chromium: Playwright's own when installed, else one of the system; undefined when there is none. */
function findChromium(): string | undefined {
  return [chromium.executablePath(), ...systemBrowsers].find((file) => file !== '' && existsSync(file))
}

/** Starts a Chromium, which nobody sees unless it is visible; undefined when the machine has none. */
export async function launchChromium(visible?: 'visible'): Promise<Browser | undefined> {
  const executablePath = findChromium()
  return executablePath === undefined
    ? undefined
    : await chromium.launch({ executablePath, args: quietArguments, headless: visible === undefined })
}
