import path from 'node:path'
import { type ContractFolders, environment, readContractFolders } from '../settings.ts'

/** The folder of the project. */
export const root = path.join(import.meta.dirname, '..', '..')

/** The folders of the contract, as the settings choose them. */
export function contractFolders(): ContractFolders {
  return readContractFolders(root, environment(root))
}

/** Where the sandbox for people leaves its certificate authority. */
export const mockFolder = path.join(root, 'reports', 'mock')
