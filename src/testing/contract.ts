import path from 'node:path'
import { readContract } from '../contract/read.ts'
import type { Contract } from '../contract/types.ts'
import { Validators } from '../contract/validators.ts'

const root = path.join(import.meta.dirname, '..', '..')

/** The folder of the contract documents. */
export const specsDirectory = path.join(root, 'specs')

/** The folder of the derived schemas. */
export const schemasDirectory = path.join(root, 'schemas')

/** The contract, read once per process; tests are derived from it. */
export const contract: Contract = readContract(schemasDirectory, specsDirectory)

/** The validators, compiled once per process on first use. */
export const validators = new Validators(schemasDirectory)
