import type { Grant, JsonSchema, Operation } from '../../../src/contract/types.ts'
import { schemaOf } from './documents.ts'
import type { FactBody, FactRow } from './rows.ts'
import { compareShapes, type Said, type Shape, shapeOfFacts, shapeOfSchema, typeOfSchema } from './shape.ts'

/** Lists what an operation says otherwise than a row of the facts, one readable line each. */
export function compareRow(row: FactRow, operation: Operation): string[] {
  return [
    ...compareGrant(row, operation),
    ...compareShapes('header', headersOfRow(row), headersOf(operation)),
    ...compareShapes('parameter', parametersOfRow(row), parametersOf(row, operation)),
    ...compareRequest(row, operation),
    ...compareShapes('status', statusesOfRow(row), statusesOf(row, operation)),
    ...compareErrors(row, operation),
    ...compareResponses(row, operation),
  ]
}

const grants: Readonly<Record<string, Grant>> = { card: 'card', client_credentials: 'client_credentials' }

function compareGrant(row: FactRow, { grant, alternatives = [] }: Operation): string[] {
  const wanted = grantOf(row)
  const opening = [grant, ...alternatives.map((access) => access.grant)]
  return opening.includes(wanted) ? [] : [`grant: ${opening.join(' or ')} instead of ${wanted}`]
}

/** Tokens of the legacy flows speak for a customer, as those of the authorization code do. */
function grantOf({ headers, grant }: FactRow): Grant {
  if (headers.some(({ name }) => name === 'X-API-Key')) return 'api_key'
  const value = headers.find(({ name }) => name === 'Authorization')?.value
  if (value === undefined) return 'none'
  return value.startsWith('Basic') ? 'basic' : (grants[grant] ?? 'authorization_code')
}

/** Headers that a document states in other ways: by its security, and by the media type of its body. */
const impliedHeaders: readonly string[] = ['Authorization', 'X-API-Key', 'Content-Type']

function headersOfRow({ headers }: FactRow): Shape {
  const stated = headers.filter(({ name }) => !impliedHeaders.includes(name))
  return new Map(stated.map(({ name, required }) => [name, { required }]))
}

function headersOf({ parameters, requiredHeaders }: Operation): Shape {
  const declared = parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name)
  const names = [...declared, ...requiredHeaders]
  return new Map(names.map((name) => [name, { required: requiredHeaders.includes(name) }]))
}

function parametersOfRow({ parameters }: FactRow): Shape {
  return new Map(
    parameters.map(({ name, in: place, required, type }) => [`${name} in ${place}`, { required, type }]),
  )
}

/** Parameters of the path are compared where the facts leave them open as well. */
function parametersOf(row: FactRow, { parameters }: Operation): Shape {
  const open = parameters.filter(
    ({ name, in: place }) => place === 'query' || (place === 'path' && row.path.includes(`{${name}}`)),
  )
  return new Map(
    open.map(({ name, in: place, required, schema }): [string, Said] => [
      `${name} in ${place}`,
      { required, type: typeOfSchema(schema) },
    ]),
  )
}

function compareRequest(row: FactRow, { request }: Operation): string[] {
  if (row.request === undefined) return []
  const { contentType = 'application/json' } = row.request
  if (request === undefined) return ['request: there is no body']
  return [
    ...(request.mediaType === contentType ? [] : [`request: ${request.mediaType} instead of ${contentType}`]),
    ...compareBody('request', row.request, request.schema),
  ]
}

function statusesOfRow({ responses, errors, observed = [] }: FactRow): Shape {
  const others = [...errors, ...observed].map(({ status }) => String(status))
  return new Map([...Object.keys(responses), ...others].map((status) => [status, {}]))
}

/** The documents may add statuses, as long as they do not claim that the bank said so. */
function statusesOf(row: FactRow, { responses }: Operation): Shape {
  const facts = statusesOfRow(row)
  const claimed = responses.filter(
    ({ status, evidence }) =>
      facts.has(String(status)) || evidence === 'documented' || evidence === 'observed',
  )
  return new Map(claimed.map(({ status }) => [String(status), {}]))
}

/** Each error is an example of its status, by its name or with its code. */
function compareErrors({ errors }: FactRow, { responses }: Operation): string[] {
  const codes = responses.flatMap(({ status, examples }) =>
    Object.entries(examples).flatMap(([name, body]) =>
      [name, codeOf(body)].map((code) => `${status} ${code}`),
    ),
  )
  const facts = errors.map(({ status, code }) => `${status} ${code}`)
  return facts.filter((fact) => !codes.includes(fact)).map((fact) => `error: ${fact} is missing`)
}

function codeOf(body: unknown): string {
  const { code, error } = body as { code?: string; error?: string }
  return code ?? error ?? ''
}

function compareResponses(row: FactRow, operation: Operation): string[] {
  const judged = operation.responses.filter(
    ({ hasSchema, status }) => hasSchema && String(status) in row.responses,
  )
  return judged.flatMap(({ status }) =>
    compareBody(String(status), row.responses[status]!, schemaOf(operation, status)),
  )
}

function compareBody(part: string, { fields, model }: FactBody, schema: JsonSchema): string[] {
  return fields === undefined ? [] : compareShapes(part, shapeOfFacts(fields, model), shapeOfSchema(schema))
}
