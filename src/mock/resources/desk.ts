import { readFileSync } from 'node:fs'
import path from 'node:path'
import { schemaPath } from '../../contract/derive.ts'
import type { Contract, JsonSchema, Operation } from '../../contract/types.ts'
import { SpecError } from '../../errors.ts'
import type { Handler } from '../answer.ts'
import type { Bank } from '../bank/bank.ts'
import { sampleBody } from '../sample.ts'
import { fill } from './fill.ts'
import { objectNames } from './objects.ts'

/** What a handler works with. */
export interface Desk {
  readonly bank: Bank
  /** Names of parameters and fields that stand for an object of somebody. */
  readonly objectNames: ReadonlySet<string>
  /** Writes the body of an answer: the document says which fields there are, the state what stands in them. */
  write(operation: Operation, state: unknown, status?: number): unknown
}

/** Makers of handlers by operationId. */
export type Makers = Readonly<Record<string, (desk: Desk) => Handler>>

/** Opens a desk; schemas are read on first use. */
export function openDesk({
  contract,
  schemasDirectory,
  bank,
}: {
  readonly contract: Contract
  readonly schemasDirectory: string
  readonly bank: Bank
}): Desk {
  const schemas = new Map<string, JsonSchema>()
  const schemaOf = (name: string): JsonSchema => {
    const schema = schemas.get(name) ?? readSchema(schemasDirectory, name)
    schemas.set(name, schema)
    return schema
  }
  return {
    bank,
    objectNames: objectNames(contract),
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
