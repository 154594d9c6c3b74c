import type { Answer } from './answer.ts'
import type { RegisteredApplication } from './applications.ts'
import type { MarketId } from '../markets/types.ts'
import type { Ticket } from './grants.ts'
import { consentPage, errorPage, loginPage, redirect } from './pages.ts'
import { fieldsOf, repeatedNames } from './request.ts'
import { hasUnknownScope } from './tokens.ts'
import type { Endpoint, World } from './world.ts'

type Fields = Readonly<Record<string, string>>

const known = [
  'response_type',
  'client_id',
  'scope',
  'countryCode',
  'businessCode',
  'locale',
  'state',
  'redirect_uri',
]

/** Opens the login page, or says why not. @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1 */
export const authorize: Endpoint = (world, call) => {
  const query = new URLSearchParams(call.query)
  const fields = fieldsOf(query)
  const stopped = stopWithoutRedirect(world, fields)
  if (stopped !== undefined) return stopped
  const error = findError(world, fields, query)
  if (error !== undefined) return sendBack(fields, { error })
  return loginPage(world.grants.keep(world.grants.tickets, { request: fields, username: undefined }))
}

/** An unknown client or address is never redirected to. @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1 */
function stopWithoutRedirect(world: World, fields: Fields): Answer | undefined {
  const { behaviour } = world
  const application = world.applications.find(({ clientId }) => clientId === fields['client_id'])
  if (application === undefined && behaviour.enforces('authorize.client'))
    return errorPage('The application is not known.')
  const uri = fields['redirect_uri'] ?? ''
  const isAllowed = isRegistered(world, uri, application)
  return isAllowed ? undefined : errorPage('The address of the application is not registered.')
}

function isRegistered(world: World, uri: string, application: RegisteredApplication | undefined): boolean {
  const { behaviour } = world
  const registered = (application ?? world.applications[0])?.redirectUris ?? []
  if (registered.includes(uri)) return true
  if (uri.includes('#')) return !behaviour.enforces('authorize.fragment')
  const isNear = registered.some((own) => uri.toLowerCase().startsWith(own.toLowerCase()))
  if (isNear) return !behaviour.enforces('authorize.redirect-exact')
  return application === undefined || (URL.canParse(uri) && !behaviour.enforces('authorize.redirect'))
}

function findError(world: World, fields: Fields, query: URLSearchParams): string | undefined {
  const { behaviour } = world
  if (repeatedNames(query).length > 0 && behaviour.enforces('authorize.duplicate')) return 'invalid_request'
  if (fields['response_type'] === undefined)
    return behaviour.enforces('authorize.response-type') ? 'invalid_request' : undefined
  if (fields['response_type'] === 'token' && !behaviour.enforces('authorize.implicit')) return undefined
  if (fields['response_type'] !== 'code' && behaviour.enforces('authorize.response-type-known'))
    return 'unsupported_response_type'
  const isMissing = known.some((name) => fields[name] === undefined)
  if (isMissing && behaviour.enforces('authorize.required')) return 'invalid_request'
  const isForeign = Object.keys(fields).some((name) => !known.includes(name))
  if (isForeign && !behaviour.enforces('authorize.unknown-parameter')) return 'invalid_request'
  return hasUnknownScope(world, fields['scope'] ?? '') && behaviour.enforces('authorize.scope')
    ? 'invalid_scope'
    : undefined
}

function sendBack(request: Fields, parameters: Fields): Answer {
  const state = request['state']
  const fields = state === undefined ? parameters : { ...parameters, state }
  const query = Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  const uri = request['redirect_uri'] ?? ''
  return redirect('code' in parameters ? 303 : 302, `${uri}${uri.includes('?') ? '&' : '?'}${query}`)
}

/** Takes user id and password. */
export const logIn: Endpoint = (world, call) => {
  const form = fieldsOf(new URLSearchParams(call.body ?? ''))
  const ticket = takeTicket(world, form['ticket'])
  if (ticket === undefined) return errorPage('This sign-on has ended. Start again at the application.')
  const customer = world.customers.find(({ username }) => username === form['username'])
  const isRight =
    customer !== undefined &&
    (customer.password === form['password'] || !world.behaviour.enforces('login.password'))
  if (!isRight)
    return loginPage(world.grants.keep(world.grants.tickets, ticket), 'User ID or password is wrong.')
  const next = world.grants.keep(world.grants.tickets, { ...ticket, username: customer.username })
  return consentPage(next, ticket.request['scope'] ?? '')
}

/** Takes the customer's decision and sends the browser back to the application. */
export const decide: Endpoint = (world, call) => {
  const form = fieldsOf(new URLSearchParams(call.body ?? ''))
  const ticket = takeTicket(world, form['ticket'])
  if (ticket?.username === undefined)
    return errorPage('This sign-on has ended. Start again at the application.')
  const isDenied = form['decision'] !== 'authorize' && world.behaviour.enforces('consent.denial')
  if (isDenied) return sendBack(ticket.request, { error: 'access_denied' })
  return sendBack(ticket.request, { code: issueCode(world, ticket.request, ticket.username) })
}

function issueCode(world: World, request: Fields, username: string): string {
  const now = world.clock.now()
  const grant = world.grants.open({
    clientId: request['client_id'] ?? '',
    username,
    market: (request['countryCode'] ?? '').toLowerCase() as MarketId,
    scope: request['scope'] ?? '',
    consentedAt: now,
  })
  return world.grants.keep(world.grants.codes, {
    grant,
    redirectUri: request['redirect_uri'] ?? '',
    issuedAt: now,
    used: false,
  })
}

function takeTicket(world: World, value: string | undefined): Ticket | undefined {
  const ticket = world.grants.tickets.get(value ?? '')
  world.grants.tickets.delete(value ?? '')
  return ticket
}
