import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { root } from '../../src/commands/project.ts'
import { deriveRequirementsPage, requirementsFile } from '../../src/commands/requirements-file.ts'
import { candidates } from '../../src/requirements/candidates/index.ts'
import { isRequirementId } from '../../src/requirements/index.ts'

const collected = path.join(root, '..', 'shared', 'requirements.json')

/** The ids of the candidates as they were collected, where that file is at hand. */
function collectedIds(): string[] {
  return (JSON.parse(readFileSync(collected, 'utf8')) as { id: string }[]).map(({ id }) => id)
}

test('the page of requirements is the one that the registry gives', () => {
  expect(
    readFileSync(requirementsFile, 'utf8') === deriveRequirementsPage(),
    'docs/requirements.md is old: npm run requirements',
  ).toBe(true)
})

test('every link of the page to a file leads somewhere', () => {
  const targets = [...deriveRequirementsPage().matchAll(/\]\((\.\.\/[^)]+)\)/g)].map(([, link = '']) => link)
  expect(targets.length).toBeGreaterThan(100)
  expect([...new Set(targets)].filter((link) => !existsSync(path.join(root, 'docs', link)))).toEqual([])
})

test('every collected candidate has exactly one row', () => {
  test.skip(!existsSync(collected), 'the collection of candidates is not at hand')
  expect(candidates.map(({ id }) => id)).toEqual(collectedIds())
})

test('no candidate stands twice', () => {
  const ids = candidates.map(({ id }) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})

test('a candidate of the same id as a requirement became that requirement', () => {
  const astray = candidates.filter(({ id, becomes }) => isRequirementId(id) && becomes !== id)
  expect(astray).toEqual([])
})
