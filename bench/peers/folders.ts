import path from 'node:path'
import { environment } from '../../src/settings.ts'

/** The folder of the project. */
export const root = path.join(import.meta.dirname, '..', '..')

/** What the bench installs, writes and remembers; no part of the project. */
export const workFolder = path.join(root, 'bench', '.peers')

/** The Python environment of the bench. */
export const pythonFolder = path.join(workFolder, 'python')

/** The npm packages of the bench. */
export const npmFolder = path.join(workFolder, 'npm')

/** Returns the command of an npm package of the bench. */
export function npmBin(name: string): string {
  return path.join(npmFolder, 'node_modules', '.bin', name)
}

/** The environment of a peer: that of the bench, and the sandbox's authority for what Node runs. */
export function peerEnvironment(caFile: string): Readonly<Record<string, string | undefined>> {
  return { ...environment(root), NODE_EXTRA_CA_CERTS: caFile, NO_COLOR: '1', NO_PROXY: 'localhost,127.0.0.1' }
}

/** Where the suite's own results under the chosen defects stand. */
export const ownFile = path.join(workFolder, 'results', 'own.json')
