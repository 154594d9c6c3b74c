import type { Operation } from '../contract/types.ts'
import type { Answer } from './answer.ts'
import type { RegisteredApplication } from './applications.ts'
import { authenticate } from './client-authentication.ts'
import { isAnswer, oauthError } from './oauth-error.ts'
import { refusal } from './refusals.ts'
import { acceptsJson, isTooLarge, mediaTypeOf, missingHeader, repeatedNames } from './request.ts'
import type { EndpointCall, World } from './world.ts'

const formType = 'application/x-www-form-urlencoded'

/** A token call that is well-formed and comes from a known application. */
export interface TokenForm {
  readonly application: RegisteredApplication
  readonly fields: Readonly<Record<string, string>>
}

/** Reads the form of a token call after authenticating its application, or the answer that refuses it. */
export function readTokenForm(world: World, call: EndpointCall, openTo = false): TokenForm | Answer {
  const application = authenticate(world, call, openTo)
  if (isAnswer(application)) return application
  const refused = refuseHeaders(world, call) ?? refuseBodyForm(world, call)
  if (refused !== undefined) return refused
  const form = readForm(call)
  const repeated = repeatedNames(form)[0]
  if (repeated !== undefined && world.behaviour.enforces('token.duplicate')) {
    return oauthError(400, 'invalid_request', `The parameter ${repeated} stands twice`)
  }
  const unknown = [...form.keys()].find((name) => !isKnown(call.operation, name))
  if (unknown !== undefined && !world.behaviour.enforces('token.unknown-parameter')) {
    return oauthError(400, 'invalid_request', 'A parameter is unknown')
  }
  return { application, fields: fieldsOf(world, form) }
}

/** An empty parameter counts as left out. @see https://www.rfc-editor.org/rfc/rfc6749#section-3.2 */
function fieldsOf(world: World, form: URLSearchParams): Record<string, string> {
  const fields = [...form].filter(([, value]) => value !== '' || !world.behaviour.enforces('token.empty'))
  return Object.fromEntries(fields)
}

/** Tells whether the document of a call has a form field of that name. */
function isKnown(operation: Operation | undefined, name: string): boolean {
  const properties = Object.values(operation?.request?.schema['$defs'] ?? {})
    .concat(operation?.request?.schema ?? {})
    .flatMap((schema) => Object.keys((schema as { properties?: object }).properties ?? {}))
  return properties.includes(name)
}

/** Refuses a call that lacks a header of its document; undefined when it is right. */
function refuseHeaders({ behaviour }: World, { operation, headers }: EndpointCall): Answer | undefined {
  const missing = missingHeader(operation, headers)
  return missing === undefined || !behaviour.enforces('token.header-required')
    ? undefined
    : oauthError(400, 'invalid_request', `The header ${missing} is missing`)
}

/** Refuses what is no form, or asks for an answer that is no JSON; undefined when it is right. */
function refuseBodyForm({ behaviour }: World, call: EndpointCall): Answer | undefined {
  if (!acceptsJson(call) && behaviour.enforces('accept')) return refusal(406, call.operation)
  if (mediaTypeOf(call) !== formType && behaviour.enforces('token.form')) return refusal(415, call.operation)
  return isTooLarge(call) && behaviour.enforces('body.size') ? refusal(413, call.operation) : undefined
}

function readForm(call: EndpointCall): URLSearchParams {
  return new URLSearchParams(mediaTypeOf(call) === formType ? (call.body ?? '') : readJson(call.body))
}

function readJson(body: string | undefined): Record<string, string> {
  try {
    return JSON.parse(body ?? '{}') as Record<string, string>
  } catch {
    return {}
  }
}

/** Refuses a token call whose grant type is missing, unknown or not allowed; undefined when it is right. */
export function refuseGrantType(
  world: World,
  { application, fields }: TokenForm,
  expected: string,
): Answer | undefined {
  const { behaviour } = world
  const given = fields['grant_type']
  if (given === undefined && behaviour.enforces('token.grant-type'))
    return oauthError(400, 'invalid_request', 'The parameter grant_type is missing')
  const isOldGrant = given === 'password' && !behaviour.enforces('token.password')
  const isOther = given !== undefined && given !== expected && !isOldGrant
  if (isOther && behaviour.enforces('token.grant-type-known')) {
    return oauthError(400, 'unsupported_grant_type', 'The grant type is not offered here')
  }
  const rule = application.isProvider === true ? 'registration.three-legged' : 'token.grant-allowed'
  const isUsable = application.isProvider !== true || behaviour.enforces('registration.usable')
  if ((!application.grants.includes(expected) && behaviour.enforces(rule)) || !isUsable) {
    return oauthError(400, 'unauthorized_client', 'The application may not use this grant')
  }
  return undefined
}

/** Refuses a call without one of its parameters. */
export function refuseMissing(
  fields: Readonly<Record<string, string>>,
  names: readonly string[],
): Answer | undefined {
  const missing = names.find((name) => fields[name] === undefined)
  return missing === undefined
    ? undefined
    : oauthError(400, 'invalid_request', `The parameter ${missing} is missing`)
}
