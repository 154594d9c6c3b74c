import type { Evidence } from '../requirements/types.ts'
import type { MarketId } from '../markets/types.ts'

/** A JSON Schema 2020-12 document or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/** The request methods that the documents use. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What a caller must hold to be served. */
export type Grant = 'client_credentials' | 'authorization_code' | 'card' | 'basic' | 'api_key' | 'none'

/** A grant with the scopes that it must carry. */
export interface Access {
  readonly grant: Grant
  readonly scopes: readonly string[]
}

/** A path, query or header parameter of an operation. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  /** Whether the objects that it names belong to nobody, such as reference data. */
  readonly shared?: true
  /** The name under which the calls before tell its value, where that is another one. */
  readonly toldAs?: string
  readonly schema: JsonSchema
}

/** A header that a document declares for a response. */
export interface ResponseHeader {
  readonly name: string
  readonly required: boolean
  readonly schema: JsonSchema
}

/** One documented status of an operation. */
export interface ResponseContract {
  readonly status: number
  readonly evidence: Evidence
  /** Lower-case media type without parameters; absent for an empty body. */
  readonly mediaType?: string
  /** Whether the document gives a schema for the body. */
  readonly hasSchema: boolean
  readonly headers: readonly ResponseHeader[]
  /** Names of the fields that tell an id, a code, a key or a number by which other calls name the thing. */
  readonly tells?: readonly string[]
  /** Whole bodies by name; error responses are named by their code. */
  readonly examples: Readonly<Record<string, unknown>>
}

/** The body that an operation takes. */
export interface RequestContract {
  readonly mediaType: string
  readonly required: boolean
  /** The schema with its references resolved to `#/$defs`. */
  readonly schema: JsonSchema
}

/** One operation of a contract document. */
export interface Operation {
  readonly id: string
  /** The name of the document without its ending, for example `accounts`. */
  readonly product: string
  /** Where the operation stands, for example `specs/accounts.yaml#/paths/~1v1~1accounts/get`. */
  readonly pointer: string
  readonly summary: string
  readonly method: Method
  /** Path template below the base address. */
  readonly path: string
  /** `api` hangs below CITI_BASE_URL, `origin` below CITI_GETTING_STARTED_URL. */
  readonly base: 'api' | 'origin'
  readonly markets: readonly MarketId[]
  readonly evidence: Evidence
  readonly grant: Grant
  readonly scopes: readonly string[]
  /** What opens the operation as well, besides its grant and scopes. */
  readonly alternatives?: readonly Access[]
  /** Whether the connection must be authenticated on both sides. */
  readonly mutualTls?: true
  /** Ids of the operations to call first, in this order, so that the call can succeed. */
  readonly needs?: readonly string[]
  readonly parameters: readonly Parameter[]
  /** Names of all headers that must be sent, Accept included; Authorization and Content-Type apart. */
  readonly requiredHeaders: readonly string[]
  readonly request?: RequestContract
  readonly responses: readonly ResponseContract[]
}

/** Everything that the contract documents say. */
export interface Contract {
  readonly operations: readonly Operation[]
}
