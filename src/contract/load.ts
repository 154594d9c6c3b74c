import type { OpenAPIV3_1 } from 'openapi-types'
import { SpecError } from '../errors.ts'
import type { MarketId } from '../markets/types.ts'
import type { Evidence } from '../requirements/types.ts'
import { type SpecDocument, readDocuments } from './documents.ts'
import { resolve, standalone } from './resolve.ts'
import { tellingNames } from './tells.ts'
import type {
  Access,
  Contract,
  Grant,
  Method,
  Operation,
  Parameter,
  RequestContract,
  ResponseContract,
  ResponseHeader,
} from './types.ts'

type Extensions = {
  'x-markets'?: MarketId[]
  'x-evidence'?: Evidence
  'x-required-headers'?: string[]
  'x-base'?: 'origin'
  'x-needs'?: string[]
}
type OperationNode = OpenAPIV3_1.OperationObject & Extensions
type ParameterNode = OpenAPIV3_1.ParameterObject & { 'x-shared'?: true; 'x-told-as'?: string }
type ResponseNode = OpenAPIV3_1.ResponseObject & Extensions

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
const grants: Readonly<Record<string, Grant>> = {
  clientCredentials: 'client_credentials',
  authorizationCode: 'authorization_code',
  cardAuthorization: 'card',
  basic: 'basic',
  apiKey: 'api_key',
}

/**
 * Loads the contract from a folder of OpenAPI 3.1 documents.
 * Throws SpecError naming the document and the operation at fault.
 */
export function loadContract(directory: string): Contract {
  const operations = readDocuments(directory).flatMap(operationsOf)
  refuseRepeated(operations, ({ id }) => [`operationId ${id}`])
  refuseRepeated(operations, ({ method, base, path, markets }) =>
    markets.map((market) => `${method} ${path} of the ${base} address in market ${market}`),
  )
  refuseUnknownNeeds(operations)
  return { operations }
}

function refuseRepeated(operations: readonly Operation[], namesOf: (operation: Operation) => string[]): void {
  const seen = new Map<string, string>()
  for (const operation of operations) {
    for (const name of namesOf(operation)) {
      const first = seen.get(name)
      if (first !== undefined)
        throw new SpecError('spec-invalid', `${name} stands twice: ${first} and ${operation.pointer}`)
      seen.set(name, operation.pointer)
    }
  }
}

function refuseUnknownNeeds(operations: readonly Operation[]): void {
  const known = new Set(operations.map(({ id }) => id))
  for (const { needs = [], pointer } of operations) {
    const unknown = needs.find((id) => !known.has(id))
    if (unknown !== undefined)
      throw new SpecError('spec-invalid', `${pointer} needs ${unknown}, which no document holds`)
  }
}

/** Lists the operations of one document in its own order. */
export function operationsOf(spec: SpecDocument): Operation[] {
  return Object.entries(spec.document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const node = item?.[method] as OperationNode | undefined
      return node === undefined ? [] : [readOperation(spec, node, { path, method })]
    }),
  )
}

function readOperation(
  spec: SpecDocument,
  node: OperationNode,
  at: { path: string; method: string },
): Operation {
  const pointer = `${spec.file}#/paths/${at.path.replaceAll('~', '~0').replaceAll('/', '~1')}/${at.method}`
  if (node.operationId === undefined) throw new SpecError('spec-invalid', `${pointer} has no operationId`)
  if (!Array.isArray(node['x-markets'])) throw new SpecError('spec-invalid', `${pointer} has no x-markets`)
  const pathItem = spec.document.paths?.[at.path]
  const parameters = [...(pathItem?.parameters ?? []), ...(node.parameters ?? [])].map((parameter) =>
    readParameter(spec, parameter),
  )
  const request = readRequest(spec, node)
  const evidence = node['x-evidence'] ?? 'documented'
  const needs = node['x-needs']
  return {
    id: node.operationId,
    product: spec.product,
    pointer,
    summary: node.summary ?? node.operationId,
    method: at.method.toUpperCase() as Method,
    path: at.path,
    base: (spec.document as Extensions)['x-base'] ?? 'api',
    markets: node['x-markets'],
    evidence,
    ...readSecurity(spec, node),
    ...(needs === undefined ? {} : { needs }),
    parameters,
    requiredHeaders: [
      ...(node['x-required-headers'] ?? []),
      ...parameters
        .filter((parameter) => parameter.in === 'header' && parameter.required)
        .map(({ name }) => name),
    ],
    ...(request === undefined ? {} : { request }),
    responses: Object.entries(node.responses ?? {}).map(([status, response]) =>
      readResponse(spec, resolve<ResponseNode>(spec, response), { status: Number(status), evidence }),
    ),
  }
}

/** The first alternative is the one that the suite uses; the others open the operation as well. */
function readSecurity(
  spec: SpecDocument,
  node: OperationNode,
): Pick<Operation, keyof Access | 'alternatives' | 'mutualTls'> {
  const requirements = node.security ?? spec.document.security ?? []
  const [first = { grant: 'none', scopes: [] }, ...alternatives] = requirements.map(readAccess)
  const isMutual = Object.keys(requirements[0] ?? {}).some((name) => schemeType(spec, name) === 'mutualTLS')
  return {
    ...first,
    ...(alternatives.length === 0 ? {} : { alternatives }),
    ...(isMutual ? { mutualTls: true } : {}),
  }
}

/** The kind of a security scheme; the types of OpenAPI 3.1 lack mutualTLS. */
function schemeType(spec: SpecDocument, name: string): string | undefined {
  return (spec.document.components?.securitySchemes?.[name] as { type?: string } | undefined)?.type
}

function readAccess(requirement: OpenAPIV3_1.SecurityRequirementObject): Access {
  const [scheme, scopes] = Object.entries(requirement)[0] ?? []
  return { grant: scheme === undefined ? 'none' : (grants[scheme] ?? 'none'), scopes: scopes ?? [] }
}

function readParameter(
  spec: SpecDocument,
  node: OpenAPIV3_1.ParameterObject | OpenAPIV3_1.ReferenceObject,
): Parameter {
  const parameter = resolve<ParameterNode>(spec, node)
  const toldAs = parameter['x-told-as']
  return {
    name: parameter.name,
    in: parameter.in as Parameter['in'],
    required: parameter.required ?? false,
    ...(parameter['x-shared'] === true ? { shared: true } : {}),
    ...(toldAs === undefined ? {} : { toldAs }),
    schema: standalone(spec, parameter.schema ?? {}),
  }
}

function readRequest(spec: SpecDocument, node: OperationNode): RequestContract | undefined {
  if (node.requestBody === undefined) return undefined
  const body = resolve<OpenAPIV3_1.RequestBodyObject>(spec, node.requestBody)
  const [mediaType, media] = Object.entries(body.content)[0] ?? []
  if (mediaType === undefined) return undefined
  return { mediaType, required: body.required ?? false, schema: standalone(spec, media?.schema ?? {}) }
}

function readResponse(
  spec: SpecDocument,
  node: ResponseNode,
  at: { status: number; evidence: Evidence },
): ResponseContract {
  const [mediaType, media] = Object.entries(node.content ?? {})[0] ?? []
  const examples = Object.entries(media?.examples ?? {}).map(([name, example]) => [
    name,
    resolve<OpenAPIV3_1.ExampleObject>(spec, example as OpenAPIV3_1.ExampleObject).value as unknown,
  ])
  const tells = media?.schema === undefined ? [] : tellingNames(standalone(spec, media.schema))
  return {
    status: at.status,
    evidence: node['x-evidence'] ?? at.evidence,
    ...(mediaType === undefined ? {} : { mediaType }),
    hasSchema: media?.schema !== undefined,
    headers: Object.entries(node.headers ?? {}).map(([name, header]) =>
      readHeader(spec, name, header as OpenAPIV3_1.HeaderObject),
    ),
    ...(tells.length === 0 ? {} : { tells }),
    examples: Object.fromEntries(examples) as Record<string, unknown>,
  }
}

function readHeader(spec: SpecDocument, name: string, node: OpenAPIV3_1.HeaderObject): ResponseHeader {
  const header = resolve<OpenAPIV3_1.HeaderObject>(spec, node)
  return { name, required: header.required ?? false, schema: standalone(spec, header.schema ?? {}) }
}
