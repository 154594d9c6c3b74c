import type { MarketId } from '../markets/types.ts'
import type { Answer } from './answer.ts'
import type { RegisteredApplication } from './applications.ts'
import { findBusiness } from './businesses.ts'
import type { Ticket } from './grants.ts'
import { consentPage, errorPage, loginPage, redirect } from './pages.ts'
import { fieldsOf, repeatedNames } from './request.ts'
import { hasUnknownScope, spellScope } from './tokens.ts'
import type { Endpoint, EndpointCall, World } from './world.ts'

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
  const given = fieldsOf(query)
  const fields = given['scope'] === undefined ? given : { ...given, scope: spellScope(world, given['scope']) }
  const repeated = repeatedNames(query)
  const stopped = stopWithoutRedirect(world, fields, repeated)
  if (stopped !== undefined) return stopped
  const error = findError(world, fields, repeated) ?? findWrongValue(world, fields, call)
  if (error !== undefined) return sendBack(302, fields, { error })
  if (!world.behaviour.enforces('login.page')) return errorPage('Signing on is not possible at the moment.')
  return showLogin(world, { request: fields, username: undefined })
}

function showLogin(world: World, ticket: Ticket, message?: string): Answer {
  const value = world.grants.keep(world.grants.tickets, ticket)
  const page = loginPage(value, { message, needsScript: !world.behaviour.enforces('browser.script-free') })
  const appname = world.hub.get(ticket.request['client_id'] ?? '')?.name ?? 'Example Budget'
  return { ...page, headers: { ...page.headers, orgname: 'Example Money Apps', appname, orgid: '100200' } }
}

/** An unknown client or address is never redirected to. @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1 */
function stopWithoutRedirect(world: World, fields: Fields, repeated: readonly string[]): Answer | undefined {
  const { behaviour } = world
  if (repeated.includes('client_id') || repeated.includes('redirect_uri'))
    return errorPage('The request names more than one application or address.')
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
  if (registered.includes(uri.replace(/^http:/, 'https:')))
    return !behaviour.enforces('authorize.redirect-tls')
  const isNear = registered.some((own) => uri.toLowerCase().startsWith(own.toLowerCase()))
  if (isNear) return !behaviour.enforces('authorize.redirect-exact')
  return application === undefined || (URL.canParse(uri) && !behaviour.enforces('authorize.redirect'))
}

function findError(world: World, fields: Fields, repeated: readonly string[]): string | undefined {
  const { behaviour } = world
  if (repeated.length > 0 && behaviour.enforces('authorize.duplicate')) return 'invalid_request'
  if (fields['response_type'] === undefined)
    return behaviour.enforces('authorize.response-type') ? 'invalid_request' : undefined
  if (fields['response_type'] === 'token' && !behaviour.enforces('authorize.implicit')) return undefined
  if (fields['response_type'] !== 'code' && behaviour.enforces('authorize.response-type-known'))
    return 'unsupported_response_type'
  const isMissing = known.some((name) => fields[name] === undefined)
  if (isMissing && behaviour.enforces('authorize.required')) return 'invalid_request'
  const isForeign = Object.keys(fields).some((name) => !known.includes(name))
  if (isForeign && !behaviour.enforces('authorize.unknown-parameter')) return 'invalid_request'
  if (hasUnknownScope(world, fields['scope'] ?? '') && behaviour.enforces('authorize.scope'))
    return 'invalid_scope'
  if (!isSorted(fields['scope'] ?? '') && !behaviour.enforces('authorize.scope-order')) return 'invalid_scope'
  return isBeyond(world, fields) && behaviour.enforces('registration.scope') ? 'invalid_scope' : undefined
}

function isSorted(scope: string): boolean {
  return scope === scope.split(' ').sort().join(' ')
}

/** A registered client may ask for what its roles allow. */
function isBeyond({ applications }: World, { client_id: clientId, scope = '' }: Fields): boolean {
  const allowed = applications.find((application) => application.clientId === clientId)?.scopes
  return allowed !== undefined && scope.split(' ').some((word) => !allowed.includes(word))
}

/** A country, business or language must be one that the documents allow. */
function findWrongValue(world: World, fields: Fields, { operation }: EndpointCall): string | undefined {
  const isWrong = ['countryCode', 'businessCode', 'locale'].some((name) => {
    const schema = operation?.parameters.find((parameter) => parameter.name === name)?.schema ?? {}
    return fields[name] !== undefined && world.validators.forSchema(schema)(fields[name]).length > 0
  })
  const { countryCode, businessCode } = fields
  const isNowhere =
    countryCode !== undefined &&
    businessCode !== undefined &&
    findBusiness(countryCode, businessCode) === undefined
  return isWrong || isNowhere ? 'invalid_request' : undefined
}

function sendBack(status: 302 | 303, request: Fields, parameters: Fields): Answer {
  const state = request['state']
  const fields = state === undefined ? parameters : { ...parameters, state }
  const query = Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  const uri = request['redirect_uri'] ?? ''
  return redirect(status, `${uri}${uri.includes('?') ? '&' : '?'}${query}`)
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
  if (!isRight) return showLogin(world, ticket, 'User ID or password is wrong.')
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
  if (isDenied) return sendBack(303, ticket.request, { error: 'access_denied' })
  return sendBack(303, ticket.request, { code: issueCode(world, ticket.request, ticket.username) })
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
