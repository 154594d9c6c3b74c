import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { Validators } from '../../src/contract/validators.ts'
import type { Answer } from '../../src/mock/answer.ts'
import { Clock } from '../../src/mock/clock.ts'
import type { Guard } from '../../src/mock/guards.ts'
import type { SandboxRequest } from '../../src/mock/request.ts'
import { Router } from '../../src/mock/router.ts'
import { createWorld, type World } from '../../src/mock/world.ts'
import { basicHeader, encodeForm } from '../../src/oauth/application.ts'
import { contract, schemasDirectory } from '../../src/testing/contract.ts'
import { startAt } from './sandbox-lab.ts'

const mock = path.join(import.meta.dirname, '../../src/mock')
const formType = 'application/x-www-form-urlencoded'

/** A sandbox without a network, which does not keep some of its rules. */
class Desk {
  readonly world: World
  readonly #router: Router

  constructor(...dropped: readonly Guard[]) {
    const validators = new Validators(schemasDirectory)
    const clock = new Clock('frozen', startAt)
    this.world = createWorld({ contract, validators, schemasDirectory, clock, quota: 3 })
    dropped.forEach((guard) => this.world.behaviour.drop(guard))
    this.#router = new Router(this.world)
  }

  send(request: Partial<SandboxRequest>): Promise<Answer> {
    const usual = { method: 'GET', path: '', query: '', base: 'api', headers: {}, body: undefined } as const
    return this.#router.answer({ ...usual, ...request })
  }

  post(address: string, fields: Record<string, string>): Promise<Answer> {
    const { clientId, clientSecret } = this.world.applications[0]!
    const headers = { authorization: basicHeader(clientId, clientSecret), 'content-type': formType }
    return this.send({ method: 'POST', path: address, headers, body: encodeForm(fields) })
  }

  authorize(change: Record<string, string> = {}): Promise<Answer> {
    const { clientId, redirectUris } = this.world.applications[0]!
    const fields = {
      response_type: 'code',
      client_id: clientId,
      scope: 'customers_profiles',
      countryCode: 'SG',
      businessCode: 'GCB',
      locale: 'en_SG',
      state: 's',
      redirect_uri: redirectUris[0]!,
    }
    return this.send({ path: '/authCode/oauth2/authorize', query: encodeForm({ ...fields, ...change }) })
  }

  /** Walks through login and consent and returns the code. */
  async code(): Promise<string> {
    const { username, password } = this.world.customers[0]!
    const login = ticketOf(await this.authorize())
    const consent = ticketOf(await this.post('/authCode/oauth2/login', { ticket: login, username, password }))
    const end = await this.post('/authCode/oauth2/consent', { ticket: consent, decision: 'authorize' })
    return new URL(end.headers['location'] ?? '').searchParams.get('code') ?? ''
  }

  redeem(code: string): Promise<Answer> {
    const [redirectUri = ''] = this.world.applications[0]!.redirectUris
    return this.post('/authCode/oauth2/token/sg/gcb', {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
    })
  }

  refresh(token: string): Promise<Answer> {
    return this.post('/authCode/oauth2/refresh', { grant_type: 'refresh_token', refresh_token: token })
  }
}

function ticketOf(answer: Answer): string {
  return /name="ticket" value="([^"]+)"/.exec(String(answer.body))?.[1] ?? ''
}

function tokensOf(answer: Answer): { access_token: string; refresh_token: string } {
  return answer.body as { access_token: string; refresh_token: string }
}

function statusesOf(answers: readonly Answer[]): number[] {
  return answers.map(({ status }) => status)
}

test('each rule is asked for somewhere', () => {
  const sources = readdirSync(mock, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && file !== 'guards.ts' && !file.startsWith('defects'))
    .map((file) => readFileSync(path.join(mock, file), 'utf8'))
    .join('\n')
  const guards = readFileSync(path.join(mock, 'guards.ts'), 'utf8').match(/(?<=\| ')[^']+(?=')/g) ?? []
  expect(guards.length).toBeGreaterThan(90)
  expect(guards.filter((guard) => !sources.includes(`'${guard}'`))).toEqual([])
})

for (const [guard, expected] of [
  [undefined, [200, 400]],
  ['code.race', [200, 200]],
] as const) {
  test(`two exchanges at once, without ${guard ?? 'nothing'}: ${expected.join(' and ')}`, async () => {
    const desk = new Desk(...(guard === undefined ? [] : [guard]))
    const code = await desk.code()
    desk.world.quota.refill(60)
    expect(statusesOf(await Promise.all([desk.redeem(code), desk.redeem(code)]))).toEqual(expected)
    expect((await desk.redeem(code)).status).toBe(400)
  })
}

for (const [guard, expected] of [
  [undefined, [200, 400]],
  ['refresh.race', [200, 200]],
] as const) {
  test(`two refreshes at once, without ${guard ?? 'nothing'}: ${expected.join(' and ')}`, async () => {
    const desk = new Desk(...(guard === undefined ? [] : [guard]))
    const token = tokensOf(await desk.redeem(await desk.code())).refresh_token
    desk.world.quota.refill(60)
    expect(statusesOf(await Promise.all([desk.refresh(token), desk.refresh(token)]))).toEqual(expected)
  })
}

test('without refresh.new-pair a refresh gives the old access token again', async () => {
  const desk = new Desk('refresh.new-pair')
  const old = tokensOf(await desk.redeem(await desk.code()))
  desk.world.quota.refill(60)
  expect(tokensOf(await desk.refresh(old.refresh_token)).access_token).toBe(old.access_token)
})

test('without refresh.works a refresh is refused as soon as it is needed', async () => {
  const desk = new Desk('refresh.works')
  const { refresh_token: token } = tokensOf(await desk.redeem(await desk.code()))
  desk.world.clock.advance({ minutes: 30 })
  expect((await desk.refresh(token)).status).toBe(400)
})

test('without login.page nobody can sign on', async () => {
  expect((await new Desk('login.page').authorize()).status).toBe(400)
})

test('without browser.script-free the page has a button that does nothing', async () => {
  expect((await new Desk('browser.script-free').authorize()).body).toContain('<button type="button"')
  expect((await new Desk().authorize()).body).toContain('<button type="submit"')
})

test('a language that is not documented is refused', async () => {
  expect((await new Desk().authorize({ locale: 'english' })).status).toBe(302)
})

test('failed calls are counted, and without quota.failures they are not', async () => {
  const fail = (desk: Desk) => desk.post('/authCode/oauth2/refresh', { grant_type: 'telepathy' })
  const [kept, dropped] = [new Desk(), new Desk('quota.failures')]
  const statuses = async (desk: Desk) =>
    statusesOf([await fail(desk), await fail(desk), await fail(desk), await fail(desk)])
  expect(await statuses(kept)).toEqual([400, 400, 400, 429])
  expect(await statuses(dropped)).toEqual([400, 400, 400, 400])
})
