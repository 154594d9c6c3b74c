import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { SpecError } from '../errors.ts'
import type { Contract, Operation } from './types.ts'

/** The derived file that holds every operation, below schemas/. */
export const contractFileName = 'contract.json'

/** What stands in that file. */
export interface ContractFile {
  /** Hash of the documents it was derived from. */
  readonly specs: string
  readonly operations: readonly Operation[]
}

/** Names the state of the contract documents in a few letters. */
export function hashDocuments(directory: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(directory).filter((file) => file.endsWith('.yaml'))
  for (const file of files.sort()) hash.update(file).update(readFileSync(path.join(directory, file)))
  return hash.digest('hex').slice(0, 16)
}

/**
 * Reads the contract as `npm run schemas` left it, many times quicker than from YAML.
 * Throws SpecError `schema-missing` when it is absent, or older than the documents.
 */
export function readContract(schemasDirectory: string, specsDirectory: string): Contract {
  if (!existsSync(specsDirectory))
    throw new SpecError('spec-unreadable', `there are no contract documents in ${specsDirectory}`, {
      fix: 'correct CITI_SPECS',
    })
  const file = readFile(path.join(schemasDirectory, contractFileName))
  if (file?.specs !== hashDocuments(specsDirectory)) {
    const problem = file === undefined ? 'is not there' : 'is older than specs/'
    throw new SpecError('schema-missing', `schemas/${contractFileName} ${problem}`, {
      fix: 'run `npm run schemas`',
    })
  }
  return { operations: file.operations }
}

function readFile(file: string): ContractFile | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ContractFile
  } catch {
    return undefined
  }
}
