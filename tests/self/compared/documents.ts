import { readFileSync } from 'node:fs'
import path from 'node:path'
import { schemaPath } from '../../../src/contract/derive.ts'
import type { JsonSchema, Operation } from '../../../src/contract/types.ts'
import { schemasDirectory } from '../../../src/testing/contract.ts'

/** Reads the derived schema of a status. */
export function schemaOf(operation: Operation, status: number): JsonSchema {
  return JSON.parse(
    readFileSync(path.join(schemasDirectory, schemaPath(operation, status)), 'utf8'),
  ) as JsonSchema
}
