import path from 'node:path'
import { readContract } from '../contract/read.ts'
import type { Contract } from '../contract/types.ts'
import { Validators } from '../contract/validators.ts'
import { readContractFolders } from '../settings.ts'

const root = path.join(import.meta.dirname, '..', '..')

/** The folders of the contract documents and of the schemas derived from them. */
export const { specs: specsDirectory, schemas: schemasDirectory } = readContractFolders(root)

/** The contract, read once per process; tests are derived from it. */
export const contract: Contract = readContract(schemasDirectory, specsDirectory)

/** The validators, compiled once per process on first use. */
export const validators = new Validators(schemasDirectory)
