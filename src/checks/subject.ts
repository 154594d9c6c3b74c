import type { Operation, ResponseContract } from '../contract/types.ts'
import { type Exchange, mediaTypeOf } from '../http/exchange.ts'
import type { Subject } from './check.ts'
import { isObject } from './json.ts'

const pagePath = /\/authCode\/oauth2\/(cgw\/v1\/)?(authorize|login|consent)\/?$/i
const oauthPath = /\/oauth2?\//i
const tokenPath = /\/oauth2?\/((cgw\/)?v1\/)?(token|refresh)(\/|$)/i
const clientPath = /\/oauth2?\/((cgw\/)?v1\/)?(token|refresh|revoke)(\/|$)/i
const cardPath = /^\/cardAuth\//i

/** Statuses by which HTTP itself refuses a request, whatever it asks for. */
const httpRefusals: readonly number[] = [405, 406, 408, 411, 413, 414, 415, 429, 431]

/** Tells whether the answer refuses the request. */
export function isRefusal({ exchange }: Subject): boolean {
  return exchange.response.status >= 400
}

/** Tells whether the answer grants the request. */
export function isSuccess({ exchange }: Subject): boolean {
  return exchange.response.status >= 200 && exchange.response.status < 300
}

/** Tells whether a refusal is HTTP's own (method, media type, size, quota) and not the application's. */
export function isHttpRefusal({ exchange }: Subject): boolean {
  return httpRefusals.includes(exchange.response.status)
}

/** Tells whether the address is one of the pages that a customer sees: authorize, login, consent. */
export function isPageCall({ exchange }: Subject): boolean {
  return exchange.base === 'api' && pagePath.test(exchange.request.path)
}

/** Tells whether the answer is a page in which the customer types or decides something. */
export function isFormPage(subject: Subject): boolean {
  return isPageCall(subject) && isHtml(subject.exchange) && /<form\b/i.test(subject.exchange.response.body)
}

/** Tells whether the answer hands out tokens: a token or refresh call that succeeded. */
export function isTokenSuccess({ exchange, operation }: Subject): boolean {
  return operation !== undefined && tokenPath.test(operation.path) && exchange.response.status === 200
}

/** Tells whether the tokens handed out are ordinary ones; those of cards and of the guide live otherwise. */
export function isOrdinaryTokenSuccess(subject: Subject): boolean {
  return (
    isTokenSuccess(subject) && subject.operation?.base === 'api' && !cardPath.test(subject.operation.path)
  )
}

/** Tells whether a token, refresh or revoke call was refused, where the documents promise OAuth errors. */
export function isTokenRefusal(subject: Subject): boolean {
  const { operation } = subject
  return (
    isRefusal(subject) &&
    operation !== undefined &&
    clientPath.test(operation.path) &&
    hasOAuthErrors(operation)
  )
}

/** Tells whether the call belongs to a resource and not to the authorization server; its address decides. */
export function isResourceCall({ exchange, operation }: Subject): boolean {
  const isBearers = operation?.grant !== 'basic' && operation?.grant !== 'api_key'
  return isBearers && !oauthPath.test(exchange.request.path)
}

/** Tells whether the answer shows a customer's data: what needs a consent, and accounts and customers under any grant. */
export function isPersonal({ exchange, operation }: Subject): boolean {
  if (operation === undefined || ![200, 206].includes(exchange.response.status) || !hasBody(exchange))
    return false
  return operation.grant === 'authorization_code' || /\/(accounts|customers)(\/|$)/.test(operation.path)
}

/** Returns what the document says about the status that came. */
export function documentedResponse({ exchange, operation }: Subject): ResponseContract | undefined {
  return operation?.responses.find(({ status }) => status === exchange.response.status)
}

/** Tells whether there is a body at all. */
export function hasBody({ response }: Exchange): boolean {
  return response.body.trim() !== ''
}

/** Tells whether the body is a web page, by its media type or its first letters. */
export function isHtml({ response }: Exchange): boolean {
  return mediaTypeOf(response.headers) === 'text/html' || /^\s*<(!doctype|html)\b/i.test(response.body)
}

/** Tells whether a body can be judged by its content: it is no page, and not JSON with a broken syntax. */
export function isReadable({ exchange, json }: Subject): boolean {
  const brokenJson = json === undefined && isJsonType(mediaTypeOf(exchange.response.headers))
  return !isHtml(exchange) && !(brokenJson && hasBody(exchange))
}

/** Tells whether a media type is JSON or built on it. */
export function isJsonType(mediaType: string | undefined): boolean {
  return mediaType !== undefined && /^application\/([\w.-]+\+)?json$/.test(mediaType)
}

function hasOAuthErrors({ responses }: Operation): boolean {
  return responses.some(
    ({ status, examples }) =>
      status >= 400 && Object.values(examples).some((body) => isObject(body) && 'error' in body),
  )
}
