import { randomUUID } from 'node:crypto'
import type { Operation } from '../contract/types.ts'
import type { Call, Reply } from '../http/client.ts'
import { type Application, encodeForm } from '../oauth/application.ts'
import { exampleBody, exampleOf } from '../oauth/resource-call.ts'
import { notObserved } from './not-observed.ts'

/** What a test changes about a token call. */
export type TokenCallMistake = Partial<Pick<Call, 'body' | 'headers'>>

/** Tells whether an operation authenticates the application itself, with a Basic header. */
export function isTokenCall({ grant, method }: Operation): boolean {
  return grant === 'basic' && method === 'POST'
}

/** Builds a token call that is right in its form; the document's examples stand for codes, tokens and passwords. */
export function buildTokenCall(app: Application, operation: Operation, mistake: TokenCallMistake = {}): Call {
  const headers = {
    authorization: app.basic,
    accept: 'application/json',
    'content-type': operation.request?.mediaType,
    ...headersOf(app, operation),
    ...mistake.headers,
  }
  const body = mistake.body ?? bodyOf(operation)
  return { method: operation.method, path: pathOf(app, operation), headers, body }
}

/**
 * Makes sure that a token call without the mistake is not refused with the status of the mistake: the positive
 * control where a success would need a code or a password.
 */
export async function otherwise(app: Application, operation: Operation, status: number): Promise<void> {
  const reply: Reply = await app.client.send(buildTokenCall(app, operation))
  if (reply.status === status)
    notObserved(`unclear: the call without the mistake was answered ${status}, too`)
}

function headersOf(app: Application, { parameters }: Operation): Record<string, string> {
  const known: Readonly<Record<string, string>> = { uuid: randomUUID(), client_id: app.clientId }
  const required = parameters.filter((parameter) => parameter.in === 'header' && parameter.required)
  return Object.fromEntries(
    required.map(({ name, schema }) => [name, known[name] ?? String(exampleOf(schema))]),
  )
}

function pathOf({ market }: Application, { path }: Operation): string {
  return path.replace('{countryCode}', market.id).replace('{businessCode}', market.businessCode)
}

function bodyOf(operation: Operation): string {
  const example = exampleBody(operation)
  return operation.request?.mediaType === 'application/json'
    ? JSON.stringify(example)
    : encodeForm(example as Record<string, string>)
}
