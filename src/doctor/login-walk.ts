import type { Reply } from '../http/client.ts'
import { customerScopeOf } from '../contract/customer-scope.ts'
import { mediaTypeOf } from '../http/exchange.ts'
import type { Application } from '../oauth/application.ts'
import { Customer } from '../oauth/customer.ts'
import { readForm } from '../oauth/html-form.ts'
import type { Patient } from './patient.ts'

/** How far an authorization request came. */
export interface LoginWalk {
  readonly reply: Reply
  /**
   * `stopped`: the bank does not send its browser back; `sent-back`: it does, with an error; `refused`: the login page
   * came again; `login`: nobody is known to log in; `unclear`: a page that only a browser understands, or a broken one.
   */
  readonly end: 'code' | 'sent-back' | 'stopped' | 'refused' | 'login' | 'unclear'
  /** The error with which the browser was sent back. */
  readonly error?: string
}

/** Walks as far as login and consent lead without a browser; at most three calls, and no code is spent. */
export async function walkLogin(patient: Patient): Promise<LoginWalk | undefined> {
  const { customer, application } = patient.target
  const operation = patient.contract.operations.find(({ id }) => id === 'authorize')
  const market = patient.markets.find(({ id }) => operation?.markets.includes(id))
  if (market === undefined || application === undefined || application.redirectUri === '') return undefined
  const app = patient.applicationIn(market)
  const scope = customerScopeOf(patient.contract, market.id)
  return customer === undefined ? openLogin(app, scope) : logIn(app, scope, new Customer(customer))
}

async function openLogin(app: Application, scope: string): Promise<LoginWalk> {
  const path = app.authorizePath(scope)
  const reply = await app.client.send({ method: 'GET', path, headers: { accept: 'text/html' } })
  const location = reply.headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
  const isBack = location?.startsWith(app.redirectUri) === true
  return endOf(reply, isBack ? new URL(location).searchParams : undefined)
}

async function logIn(app: Application, scope: string, customer: Customer): Promise<LoginWalk> {
  const { reply, callback } = await customer.authorize(app, scope)
  const walk = endOf(reply, callback)
  // After a password was sent, a login page is a refusal.
  return walk.end === 'login' && reply.exchange.request.method === 'POST' ? { ...walk, end: 'refused' } : walk
}

function endOf(reply: Reply, callback: URLSearchParams | undefined): LoginWalk {
  if (callback?.get('code') != null) return { reply, end: 'code' }
  if (callback !== undefined) return { reply, end: 'sent-back', error: callback.get('error') ?? 'no code' }
  if (readForm(reply.body)?.passwordField !== undefined) return { reply, end: 'login' }
  const isRefusedAtOnce = reply.exchange.request.method === 'GET' && [400, 401, 403].includes(reply.status)
  const isPage = mediaTypeOf(reply.headers) !== undefined
  return { reply, end: isRefusedAtOnce && isPage ? 'stopped' : 'unclear' }
}
