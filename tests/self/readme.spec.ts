import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { defects } from '../../src/mock/defects/index.ts'
import { requirementIds, requirementOf } from '../../src/requirements/index.ts'
import { contract } from '../../src/testing/contract.ts'
import { root } from './run-script.ts'

const readme = readFileSync(path.join(root, 'README.md'), 'utf8')
const decided = requirementIds.filter((id) => requirementOf(id).excluded === undefined)
const documents = new Set(contract.operations.map(({ product }) => product))

/** Each figure of the README with what it counts; that all defects are caught is what the proof itself demands. */
const figures: readonly (readonly [words: string, figure: number])[] = [
  ['named defects', defects.length],
  ['requirements', decided.length],
  ['operations', contract.operations.length],
  ['documents', documents.size],
]

for (const [words, figure] of figures)
  test(`the README tells how many ${words} there are`, () => {
    const told = [...readme.matchAll(new RegExp(`\\*\\*([\\d ]+) ${words}\\*\\*`, 'g'))].map(([, digits]) =>
      Number(digits?.replaceAll(' ', '')),
    )
    expect(told).toEqual([figure])
  })
