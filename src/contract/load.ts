import type { OpenAPIV3_1 } from 'openapi-types'
import { SpecError } from '../errors.ts'
import type { MarketId } from '../markets/types.ts'
import type { Evidence } from '../requirements/types.ts'
import { type SpecDocument, readDocuments } from './documents.ts'
import { resolve, standalone } from './resolve.ts'
import type {
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
}
type OperationNode = OpenAPIV3_1.OperationObject & Extensions
type ResponseNode = OpenAPIV3_1.ResponseObject & Extensions

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
const grants: Readonly<Record<string, Grant>> = {
  clientCredentials: 'client_credentials',
  authorizationCode: 'authorization_code',
  basic: 'basic',
}

/**
 * Loads the contract from a folder of OpenAPI 3.1 documents.
 * Throws SpecError naming the document and the operation at fault.
 */
export function loadContract(directory: string): Contract {
  const operations = readDocuments(directory).flatMap(operationsOf)
  const seen = new Map<string, string>()
  for (const { id, pointer } of operations) {
    const first = seen.get(id)
    if (first !== undefined)
      throw new SpecError('spec-invalid', `operationId ${id} stands twice: ${first} and ${pointer}`)
    seen.set(id, pointer)
  }
  return { operations }
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

function readSecurity(spec: SpecDocument, node: OperationNode): { grant: Grant; scopes: string[] } {
  const [first] = node.security ?? spec.document.security ?? []
  const [scheme, scopes] = Object.entries(first ?? {})[0] ?? []
  return { grant: scheme === undefined ? 'none' : (grants[scheme] ?? 'none'), scopes: scopes ?? [] }
}

function readParameter(
  spec: SpecDocument,
  node: OpenAPIV3_1.ParameterObject | OpenAPIV3_1.ReferenceObject,
): Parameter {
  const parameter = resolve<OpenAPIV3_1.ParameterObject>(spec, node)
  return {
    name: parameter.name,
    in: parameter.in as Parameter['in'],
    required: parameter.required ?? false,
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
  return {
    status: at.status,
    evidence: node['x-evidence'] ?? at.evidence,
    ...(mediaType === undefined ? {} : { mediaType }),
    hasSchema: media?.schema !== undefined,
    headers: Object.entries(node.headers ?? {}).map(([name, header]) =>
      readHeader(spec, name, header as OpenAPIV3_1.HeaderObject),
    ),
    examples: Object.fromEntries(examples) as Record<string, unknown>,
  }
}

function readHeader(spec: SpecDocument, name: string, node: OpenAPIV3_1.HeaderObject): ResponseHeader {
  const header = resolve<OpenAPIV3_1.HeaderObject>(spec, node)
  return { name, required: header.required ?? false, schema: standalone(spec, header.schema ?? {}) }
}
