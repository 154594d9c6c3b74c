import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import path from 'node:path'
import { expect } from '@playwright/test'
import { ApiClient } from '../../src/http/client.ts'
import { marketOf } from '../../src/markets/index.ts'
import { Application, readTokenPair } from '../../src/oauth/application.ts'
import { Customer } from '../../src/oauth/customer.ts'
import { newParkedKey } from '../../src/parked/key.ts'
import { reportPaths } from '../../src/report/paths.ts'
import type { Verdict } from '../../src/report/verdict.ts'
import { logInByBrowser, walkInBrowser } from '../../src/testing/browser-login.ts'
import { launchChromium, noChromium } from '../../src/testing/chromium.ts'
import { readLoginPage } from '../../src/testing/login-page.ts'
import { customerScope } from '../../src/testing/token-broker.ts'
import { test as base } from './local-server.ts'
import { blankSettings, playwright, root, runScript, tsx } from './run-script.ts'
import { type SandboxTarget, startTarget } from './sandbox-target.ts'

type Env = Readonly<Record<string, string>>

/** A requirement that only a customer's token can show. */
const shown = 'accounts.currency.fits-market'

/** A target without control plane and without a customer who could log in. */
interface Ground {
  readonly target: SandboxTarget
  readonly app: Application
  readonly customer: Customer
  readonly settings: Env
  /** Runs one test that needs a customer's token, and tells what became of its requirement. */
  run(settings?: Env): Promise<{ status?: string; reason?: string }>
}

const test = base.extend<{ ground: Ground }>({
  ground: async ({ browserName: _ }, use, { outputDir }) => {
    mkdirSync(outputDir, { recursive: true })
    const target = await startTarget(outputDir)
    const { baseUrl, caPem: ca } = target.sandbox
    const client = new ApiClient({ baseUrl, ca, timeoutMs: 5000, concurrency: 1, secrets: [] })
    const { application, settings: full } = target
    const identity = { ...application, redirectUri: full['CITI_REDIRECT_URI'] ?? '' }
    const parked = { CITI_PARKED: path.join(outputDir, 'parked'), CITI_PARKED_KEY: newParkedKey() }
    const none = { CITI_CONTROL_URL: '', CITI_CUSTOMER: '', CITI_CUSTOMER_PASSWORD: '' }
    const settings = { ...full, ...parked, ...none }
    const credentials = {
      username: full['CITI_CUSTOMER'] ?? '',
      password: full['CITI_CUSTOMER_PASSWORD'] ?? '',
    }
    await use({
      target,
      app: new Application(client, marketOf('sg'), identity),
      customer: new Customer(credentials),
      settings,
      run: async (change = {}) => {
        // Beside it one test that needs no customer, since a run that observes nothing reaches no verdict.
        const grep = `@(${shown}|token.value.unique)`
        await runScript([playwright, 'test', '--grep', grep], { ...settings, ...change })
        const file = readFileSync(reportPaths(outputDir).verdict, 'utf8')
        return (JSON.parse(file) as Verdict).requirements.find(({ id }) => id === shown) ?? {}
      },
    })
    await client.close()
    await target.sandbox.close()
  },
})

async function codeOf({ app, customer }: Ground): Promise<string> {
  const { callback } = await customer.authorize(app, customerScope('sg'))
  return callback?.get('code') ?? 'no code'
}

async function refreshTokenOf(ground: Ground): Promise<string> {
  return readTokenPair(await ground.app.redeem(await codeOf(ground)))?.refreshToken ?? 'none'
}

test.describe('a run without customer', () => {
  test('uses the refresh token of the settings once, and its successors after that', async ({ ground }) => {
    const given = { CITI_REFRESH_TOKEN: await refreshTokenOf(ground) }
    expect(await ground.run(given)).toMatchObject({ status: 'passed' })
    expect(await ground.run(given)).toMatchObject({ status: 'passed' })
    expect(await ground.run()).toMatchObject({ status: 'passed' })
  })

  test('uses a code of the settings, and its successors after that', async ({ ground }) => {
    const given = { CITI_CODE: await codeOf(ground) }
    expect(await ground.run(given)).toMatchObject({ status: 'passed' })
    expect(await ground.run(given)).toMatchObject({ status: 'passed' })
  })

  test('says what is missing without any consent', async ({ ground }) => {
    expect(await ground.run()).toMatchObject({
      status: 'not-observed',
      reason: expect.stringContaining('no test customer is known, and no consent is kept: set CITI_CUSTOMER'),
    })
  })

  test('blames nobody for a consent that opens nothing', async ({ ground }) => {
    expect(await ground.run({ CITI_REFRESH_TOKEN: 'canary-of-another-bank' })).toMatchObject({
      status: 'not-observed',
      reason: expect.stringContaining('unclear: the consent that was given opens nothing (400)'),
    })
  })
})

test.describe('npm run consent', () => {
  const redirectUri = 'http://localhost:8181/callback'

  test('keeps the consent that a person gives, and runs use it', async ({ ground }) => {
    const child = spawn(process.execPath, [tsx, 'src/commands/consent.ts', '--no-browser'], {
      cwd: root,
      env: { ...blankSettings(), ...ground.settings, CITI_REDIRECT_URI: redirectUri },
    })
    const address = new URL(await lineWith(child, 'https://'))
    const request = { redirect_uri: redirectUri, state: address.searchParams.get('state') ?? '' }
    const scope = address.searchParams.get('scope') ?? ''
    const { callback } = await ground.customer.authorize(ground.app, scope, { request })
    await fetch(`${redirectUri}?${String(callback)}`)
    expect(await lineWith(child, 'The consent is kept until')).toContain('runs without CITI_CUSTOMER use it')
    expect(await ground.run()).toMatchObject({ status: 'passed' })
  })

  test('takes no redirect that belongs to another request: exit 2', async ({ ground }) => {
    const done = runScript([tsx, 'src/commands/consent.ts', '--no-browser'], {
      ...ground.settings,
      CITI_REDIRECT_URI: redirectUri,
    })
    await expect(async () => fetch(`${redirectUri}?code=stolen&state=other`)).toPass()
    const { code, output } = await done
    expect(output).toContain('no consent came about: what came back does not belong to this request (state)')
    expect(code).toBe(2)
  })

  test('needs a key to keep anything: exit 2', async ({ ground }) => {
    const settings = { ...ground.settings, CITI_PARKED_KEY: '' }
    const { code, output } = await runScript([tsx, 'src/commands/consent.ts'], settings)
    expect(output).toContain('CITI_PARKED_KEY is not set, so no consent can be kept\n  fix: ')
    expect(code).toBe(2)
  })
})

/** The first line of a script's output that holds a text. */
function lineWith(child: ChildProcess, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const look = (chunk: Buffer): void => {
      output += chunk.toString()
      const line = output.split('\n').find((candidate) => candidate.includes(text))
      if (line !== undefined) resolve(line)
    }
    child.stdout?.on('data', look)
    child.stderr?.on('data', look)
    child.once('close', () => reject(new Error(output)))
  })
}

test.describe('a login page that needs a browser', () => {
  /** The forms are made by a script, as on many live pages. */
  const scripted: RequestListener = (request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost')
    const back = `${searchParams.get('redirect_uri') ?? ''}?code=from-a-script`
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><div id="app"></div><script>
      app.innerHTML = '<input aria-label="User ID"><input type="password"><button id="go">Sign on</button>'
      go.onclick = () => { app.innerHTML = '<button id="yes">Authorize</button>'
        yes.onclick = () => { location.href = ${JSON.stringify(back)} } }
    </script>`)
  }

  test('is walked through as its description says', async ({ ground, servers }) => {
    const browser = await launchChromium()
    test.skip(browser === undefined, noChromium)
    await browser!.close()
    const { host } = await servers.http(scripted)
    const options = { timeoutMs: 5000, concurrency: 1, secrets: [] }
    const client = new ApiClient({ baseUrl: `http://${host}`, ...options })
    const app = new Application(client, marketOf('sg'), ground.app)
    const { reply } = await ground.customer.authorize(app, 'any')
    const callback = await logInByBrowser(reply, { app, customer: ground.customer, scope: 'any' })
    await client.close()
    expect(callback?.get('code')).toBe('from-a-script')
  })

  test('tells the part that never shows up, and nothing that was typed', async ({ servers }) => {
    const browser = await launchChromium()
    test.skip(browser === undefined, noChromium)
    const { host } = await servers.http(scripted)
    const walk = {
      address: `http://${host}`,
      redirectUri: 'https://app.example/callback',
      username: 'someone',
      password: 'canary-5ecret',
    }
    const description = { ...readLoginPage('login-page.yaml'), signIn: '#nowhere', seconds: 1 }
    const end = await walkInBrowser(await browser!.newPage(), walk, description)
    await browser!.close()
    expect(end).toEqual({ missing: 'signIn' })
  })

  test('is given to a browser only where an answer holds no form', async ({ ground }) => {
    const reply = await ground.app.client.send({
      method: 'GET',
      path: ground.app.authorizePath(customerScope('sg')),
      headers: { accept: 'text/html' },
    })
    const parts = { app: ground.app, customer: ground.customer, scope: customerScope('sg') }
    expect(await logInByBrowser(reply, parts)).toBeUndefined()
  })

  const wrong: Record<string, [string, string]> = {
    'without a field': ['user: "#who"\n', "/ must have required property 'before'"],
    'with a field that nobody knows': [
      `${readFileSync(path.join(root, 'login-page.yaml'), 'utf8')}pasword: x\n`,
      '/ must NOT have additional properties',
    ],
    'that is no YAML': ['user: [', 'is not readable YAML: '],
  }
  for (const [title, [text, words]] of Object.entries(wrong))
    test(`${title} is named in one sentence`, ({}, testInfo) => {
      const file = testInfo.outputPath('page.yaml')
      writeFileSync(file, text)
      expect(() => readLoginPage(file)).toThrow(`the login page ${file}: ${words}`)
    })

  test('has a description of its own in the project, and a wrong name is told', () => {
    expect(readLoginPage('login-page.yaml').seconds).toBeGreaterThan(0)
    expect(() => readLoginPage('no-such.yaml')).toThrow(
      'CITI_LOGIN_PAGE names no-such.yaml, which cannot be read',
    )
  })
})
