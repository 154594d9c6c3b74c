import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deriveSchemas } from '../../../src/contract/derive.ts'
import { loadContract } from '../../../src/contract/load.ts'
import type { Contract } from '../../../src/contract/types.ts'
import { Validators } from '../../../src/contract/validators.ts'

/** A contract of a few operations, with validators that read from a folder of its own. */
export interface SmallContract {
  readonly contract: Contract
  readonly validators: Validators
  /** Removes the folder. */
  readonly remove: () => void
}

/** Builds the contract from the small documents beside this file, as the suite builds the real one. */
export function buildSmallContract(): SmallContract {
  const specs = path.join(import.meta.dirname, 'specs')
  const schemas = mkdtempSync(path.join(tmpdir(), 'small-contract-'))
  for (const file of deriveSchemas(specs)) {
    mkdirSync(path.dirname(path.join(schemas, file.path)), { recursive: true })
    writeFileSync(path.join(schemas, file.path), file.text)
  }
  return {
    contract: loadContract(specs),
    validators: new Validators(schemas),
    remove: () => rmSync(schemas, { recursive: true }),
  }
}
