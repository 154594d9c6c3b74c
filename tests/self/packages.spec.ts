import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { subset } from 'semver'
import { root } from './run-script.ts'

interface Package {
  readonly engines?: { readonly node?: string }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'))
}

test('every package runs on each Node that the project names', () => {
  const own = (readJson('package.json') as Package).engines?.node ?? ''
  const { packages } = readJson('package-lock.json') as { packages: Record<string, Package> }
  expect(Object.keys(packages)).toContain('node_modules/@playwright/test')
  const demanding = Object.entries(packages)
    .filter(([, { engines }]) => engines?.node !== undefined && !subset(own, engines.node))
    .map(([name, { engines }]) => `${name} asks for ${engines?.node}`)
  expect(demanding).toEqual([])
})
