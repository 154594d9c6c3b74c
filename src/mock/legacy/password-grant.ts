import type { MarketId } from '../../markets/types.ts'
import type { Answer } from '../answer.ts'
import type { CustomerCredentials } from '../control.ts'
import { decryptHex } from '../encryption-key.ts'
import { inErrorModel } from '../error-model.ts'
import { isAnswer, oauthError } from '../oauth-error.ts'
import { refresh } from '../token-endpoints.ts'
import { readTokenForm, refuseMissing, type TokenForm } from '../token-form.ts'
import { issueTokens } from '../tokens.ts'
import type { Endpoint, EndpointCall, World } from '../world.ts'

/** The one scope of this grant: whatever the customer may see. */
const scope = '/api'

/** Renews a pair at the address of this grant. */
export const refreshPasswordToken: Endpoint = inErrorModel((world, call) =>
  world.behaviour.enforces('password.refresh')
    ? refresh(world, call)
    : oauthError(400, 'invalid_grant', 'The refresh token is unknown'),
)

/** Exchanges user id and password for tokens. @see https://www.rfc-editor.org/rfc/rfc6749#section-4.3 */
export const issuePasswordToken: Endpoint = inErrorModel((world, call) => {
  const form = readTokenForm(world, call)
  if (isAnswer(form)) return form
  const refused =
    refuseForm(form) ?? refuseGrant(world, form) ?? spendBizToken(world, call, form.application.clientId)
  if (refused !== undefined) return refused
  const customer = findCustomer(world, form.fields)
  return customer === undefined ? refuseCustomer(world, form) : issueFor(world, call, { form, customer })
})

function refuseForm({ fields }: TokenForm): Answer | undefined {
  if (fields['grant_type'] !== undefined && fields['grant_type'] !== 'password')
    return oauthError(400, 'unsupported_grant_type', 'The grant type is not offered here')
  if (fields['scope'] !== undefined && fields['scope'] !== scope)
    return oauthError(400, 'invalid_scope', 'The scope is unknown')
  return refuseMissing(fields, ['grant_type', 'scope', 'username', 'password'])
}

/** Who may not act for customers, or only through their own login, gets nothing for a password. */
function refuseGrant({ behaviour }: World, { application }: TokenForm): Answer | undefined {
  const isAllowed = application.grants.includes('authorization_code') && application.isProvider !== true
  return isAllowed || !behaviour.enforces('token.grant-allowed')
    ? undefined
    : oauthError(400, 'unauthorized_client', 'The application may not use this grant')
}

function spendBizToken(
  { behaviour, bizTokens }: World,
  { headers }: EndpointCall,
  clientId: string,
): Answer | undefined {
  const value = headers['biztoken'] ?? ''
  const isHeld = bizTokens.holds(value, clientId)
  if (behaviour.enforces('password.biz-token-once')) bizTokens.spend(value)
  return isHeld || !behaviour.enforces('password.biz-token') ? undefined : refuseCredentials()
}

function findCustomer(
  world: World,
  { username, password = '' }: TokenForm['fields'],
): CustomerCredentials | undefined {
  const { behaviour, customers } = world
  const customer = customers.find((known) => known.username === username)
  if (customer === undefined) return behaviour.enforces('password.user') ? undefined : customers[0]
  const isRight = isPasswordOf(world, customer, password) || !behaviour.enforces('password.right')
  return isRight ? customer : undefined
}

/** Clients write the encrypted password as a number, which may be shorter than the key. */
function isPasswordOf(
  { behaviour, bizTokens }: World,
  customer: CustomerCredentials,
  given: string,
): boolean {
  const isPlain = given === customer.password && !behaviour.enforces('password.encrypted')
  const encrypted = decryptHex(given.padStart(512, '0'))
  return isPlain || encrypted === `${bizTokens.eventId},b${customer.password}`
}

/** An unknown customer and a wrong password are answered alike, so that nobody learns who has an account. */
function refuseCustomer({ behaviour, customers }: World, { fields }: TokenForm): Answer {
  const isKnown = customers.some(({ username }) => username === fields['username'])
  return isKnown || behaviour.enforces('password.indistinct')
    ? refuseCredentials()
    : oauthError(400, 'invalid_request', 'The customer is not known')
}

function refuseCredentials(): Answer {
  return oauthError(401, 'invalid_client', 'The credentials are wrong', {
    'www-authenticate': 'Basic realm="citi"',
  })
}

function issueFor(
  world: World,
  { params }: EndpointCall,
  { form, customer }: { readonly form: TokenForm; readonly customer: CustomerCredentials },
): Answer {
  const grant = world.grants.open({
    clientId: form.application.clientId,
    username: (world.behaviour.enforces('password.customer') ? customer : world.customers[0])?.username,
    market: (params['countryCode'] ?? '').toLowerCase() as MarketId,
    isUnscoped: true,
    scope,
    consentedAt: world.clock.now(),
  })
  return issueTokens(world, grant, { scope, withConsent: true })
}
