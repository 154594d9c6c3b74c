import path from 'node:path'

/** The folder of the project. */
export const root = path.join(import.meta.dirname, '..', '..')

/** The folder of the contract documents. */
export const specsDirectory = path.join(root, 'specs')

/** The folder of the derived schemas. */
export const schemasDirectory = path.join(root, 'schemas')

/** Where the sandbox for people leaves its certificate authority. */
export const mockFolder = path.join(root, 'reports', 'mock')
