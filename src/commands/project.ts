import path from 'node:path'

/** The folder of the project. */
export const root = path.join(import.meta.dirname, '..', '..')

/** The folder of the contract documents. */
export const specsDirectory = path.join(root, 'specs')

/** The folder of the derived schemas. */
export const schemasDirectory = path.join(root, 'schemas')

/** Everything that runs leave behind, relative to the project. */
export const reports = {
  verdict: path.join('reports', 'verdict.json'),
  allureResults: path.join('reports', 'allure-results'),
  allure: path.join('reports', 'allure'),
  mock: path.join('reports', 'mock'),
}
