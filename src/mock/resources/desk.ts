import { readFileSync } from 'node:fs'
import path from 'node:path'
import { schemaPath } from '../../contract/derive.ts'
import type { JsonSchema, Operation } from '../../contract/types.ts'
import { SpecError } from '../../errors.ts'
import type { Bank } from '../bank/bank.ts'
import { sampleBody } from '../sample.ts'
import { fill } from './fill.ts'

/** What a handler works with. */
export interface Desk {
  readonly bank: Bank
  /** Writes the body of an answer: the document says which fields there are, the state what stands in them. */
  write(operation: Operation, state: unknown, status?: number): unknown
}

/** Opens a desk; schemas are read on first use. */
export function openDesk(schemasDirectory: string, bank: Bank): Desk {
  const schemas = new Map<string, JsonSchema>()
  const schemaOf = (name: string): JsonSchema => {
    const schema = schemas.get(name) ?? readSchema(schemasDirectory, name)
    schemas.set(name, schema)
    return schema
  }
  return {
    bank,
    write: (operation, state, status = 200) =>
      fill(sampleBody(schemaOf(schemaPath(operation, status))), state),
  }
}

function readSchema(directory: string, name: string): JsonSchema {
  try {
    return JSON.parse(readFileSync(path.join(directory, name), 'utf8')) as JsonSchema
  } catch (cause) {
    throw new SpecError('schema-missing', `schemas/${name} is not there`, {
      fix: 'run `npm run schemas`',
      cause,
    })
  }
}
