import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ErrorObject, ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { SpecError } from '../errors.ts'
import { schemaPath } from './derive.ts'
import type { JsonSchema, Operation } from './types.ts'

/** A difference between a value and its schema. */
export interface Violation {
  /** JSON pointer into the value. */
  readonly at: string
  readonly expected: string
  readonly actual: string
  /** True when the value holds a field that the schema does not know. */
  readonly undocumented: boolean
}

/** Judges a value; an empty list means that it conforms. */
export type Validate = (value: unknown) => Violation[]

/** Compiles each schema once per process, on first use. */
export class Validators {
  readonly #directory: string
  readonly #ajv: Ajv2020
  readonly #byPath = new Map<string, Validate>()
  readonly #bySchema = new WeakMap<JsonSchema, Validate>()
  /** Most errors of most operations share one shape, so equal schemas share one validator. */
  readonly #byText = new Map<string, Validate>()

  constructor(schemasDirectory: string) {
    this.#directory = schemasDirectory
    this.#ajv = new Ajv2020({
      strict: true,
      allErrors: true,
      verbose: true,
      // Optimizing the generated code costs more than it saves in a run of seconds.
      code: { optimize: false },
    })
    addFormats.default(this.#ajv)
  }

  /** Returns the validator of a status or request body; SpecError `schema-missing` when the file is not there. */
  forPart(operation: Pick<Operation, 'product' | 'id'>, part: number | 'request'): Validate {
    const name = schemaPath(operation, part)
    const known = this.#byPath.get(name)
    if (known !== undefined) return known
    const validate = this.#compile(this.#read(name))
    this.#byPath.set(name, validate)
    return validate
  }

  /** Returns the validator of a schema that stands alone, such as that of a parameter. */
  forSchema(schema: JsonSchema): Validate {
    const known = this.#bySchema.get(schema)
    if (known !== undefined) return known
    const validate = this.#compile(schema)
    this.#bySchema.set(schema, validate)
    return validate
  }

  #read(name: string): JsonSchema {
    const file = path.join(this.#directory, name)
    if (!existsSync(file)) {
      throw new SpecError('schema-missing', `schemas/${name} is not there`, { fix: 'run `npm run schemas`' })
    }
    return JSON.parse(readFileSync(file, 'utf8')) as JsonSchema
  }

  #compile(schema: JsonSchema): Validate {
    const { $id: _, title: __, ...rest } = schema
    const text = JSON.stringify(rest)
    const known = this.#byText.get(text)
    if (known !== undefined) return known
    const compiled = this.#ajv.compile(closed(rest) as object)
    const validate: Validate = (value) => (compiled(value) ? [] : describeErrors(compiled))
    this.#byText.set(text, validate)
    return validate
  }
}

/**
 * Returns the schema with every object closed, so that one pass finds both violations and fields that the
 * documents do not know. The committed schemas stay open: a reader of the API must tolerate new fields.
 */
export function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map((item: unknown) => closed(item))
  if (typeof node !== 'object' || node === null) return node
  const entries = Object.entries(node).map(([key, value]) => [
    key,
    isData(key) ? (value as unknown) : closed(value),
  ])
  const schema = Object.fromEntries(entries) as Record<string, unknown>
  if (!isPlainObjectSchema(schema)) return schema
  return { ...schema, additionalProperties: false }
}

function isData(key: string): boolean {
  return key === 'examples' || key === 'enum' || key === 'const' || key === 'default'
}

function isPlainObjectSchema(schema: Record<string, unknown>): boolean {
  return (
    schema['type'] === 'object' &&
    typeof schema['properties'] === 'object' &&
    schema['additionalProperties'] === undefined
  )
}

function describeErrors(validate: ValidateFunction): Violation[] {
  return (validate.errors ?? []).map(describeError)
}

function describeError(error: ErrorObject): Violation {
  if (error.keyword === 'additionalProperties') {
    const name = (error.params as { additionalProperty: string }).additionalProperty
    return {
      at: `${error.instancePath}/${name}`,
      expected: 'no such field in the documents',
      actual: `field ${name}`,
      undocumented: true,
    }
  }
  if (error.keyword === 'required') {
    const name = (error.params as { missingProperty: string }).missingProperty
    return {
      at: `${error.instancePath}/${name}`,
      expected: `field ${name}`,
      actual: 'no such field',
      undocumented: false,
    }
  }
  const expected =
    error.keyword === 'enum'
      ? `one of ${(error.schema as unknown[]).join(', ')}`
      : (error.message ?? error.keyword)
  return { at: error.instancePath || '/', expected, actual: shorten(error.data), undocumented: false }
}

function shorten(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > 120 ? `${text.slice(0, 117)}…` : text
}
