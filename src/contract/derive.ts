import type { OpenAPIV3_1 } from 'openapi-types'
import { readDocuments, type SpecDocument } from './documents.ts'
import { loadContract, operationsOf } from './load.ts'
import { type ContractFile, contractFileName, hashDocuments } from './read.ts'
import { resolve, standalone } from './resolve.ts'
import type { Operation } from './types.ts'

/** A derived schema file: its path below schemas/ and its text. */
export interface SchemaFile {
  readonly path: string
  readonly text: string
}

/**
 * Derives one JSON Schema 2020-12 file per operation and status, and one per request body.
 * @see https://json-schema.org/draft/2020-12
 */
export function deriveSchemas(directory: string): SchemaFile[] {
  const files = readDocuments(directory).flatMap((spec) =>
    operationsOf(spec).flatMap((operation) => [...requestFile(operation), ...responseFiles(spec, operation)]),
  )
  return [contractFile(directory), ...files]
}

/** The operations of all documents in one file, so that a run need not read YAML; see read.ts. */
function contractFile(directory: string): SchemaFile {
  const content: ContractFile = {
    specs: hashDocuments(directory),
    operations: loadContract(directory).operations,
  }
  return { path: contractFileName, text: `${JSON.stringify(content, null, 1)}\n` }
}

/** Names the schema file of a status, or of the request body, of an operation. */
export function schemaPath(operation: Pick<Operation, 'product' | 'id'>, part: number | 'request'): string {
  return `${operation.product}/${operation.id}.${part}.json`
}

function requestFile(operation: Operation): SchemaFile[] {
  if (operation.request === undefined) return []
  return [
    schemaFile(schemaPath(operation, 'request'), `${operation.id}: request body`, operation.request.schema),
  ]
}

function responseFiles(spec: SpecDocument, operation: Operation): SchemaFile[] {
  const node = spec.document.paths?.[operation.path]?.[operation.method.toLowerCase() as 'get']
  return Object.entries(node?.responses ?? {}).flatMap(([status, entry]) => {
    const response = resolve<OpenAPIV3_1.ResponseObject>(spec, entry)
    const schema = Object.values(response.content ?? {})[0]?.schema
    if (schema === undefined) return []
    const title = `${operation.id}: body of ${status}`
    return [schemaFile(schemaPath(operation, Number(status)), title, standalone(spec, schema))]
  })
}

function schemaFile(path: string, title: string, schema: object): SchemaFile {
  const head = { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `citi:schemas/${path}`, title }
  return { path, text: `${JSON.stringify({ ...head, ...schema }, null, 2)}\n` }
}
