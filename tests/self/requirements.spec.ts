import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { checks } from '../../src/checks/index.ts'
import { requirementIds, requirementOf } from '../../src/requirements/index.ts'

const root = path.join(import.meta.dirname, '..', '..')

/** The ids that a test proves on purpose, read from the test files themselves. */
function provedIds(): Set<string> {
  const files = readdirSync(path.join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  const sources = files
    .filter((file) => file.endsWith('.spec.ts') && !file.startsWith('self'))
    .map((file) => readFileSync(path.join(root, 'tests', file), 'utf8'))
  return new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/proves(?:For)?\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''),
    ),
  )
}

test('no id stands in two areas', () => {
  const areas = readdirSync(path.join(root, 'src/requirements')).filter(
    (file) => file.endsWith('.ts') && !['index.ts', 'types.ts', 'why.ts'].includes(file),
  )
  const ids = areas.flatMap((file) =>
    [...readFileSync(path.join(root, 'src/requirements', file), 'utf8').matchAll(/^ {2}'([^']+)': \{/gm)].map(
      (match) => match[1],
    ),
  )
  expect(ids.length).toBe(requirementIds.length)
})

test('every id is lower case, dotted, kebab inside its parts', () => {
  expect(requirementIds.filter((id) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(id))).toEqual([])
})

test('an inferred requirement is never a MUST', () => {
  expect(
    requirementIds.filter(
      (id) => requirementOf(id).evidence === 'inferred' && requirementOf(id).level === 'MUST',
    ),
  ).toEqual([])
})

test('every requirement has a check or a test, or is excluded with a reason', () => {
  const proved = provedIds()
  const checked = new Set<string>(checks.map(({ requirement }) => requirement))
  expect(
    requirementIds.filter(
      (id) => requirementOf(id).excluded === undefined && !proved.has(id) && !checked.has(id),
    ),
  ).toEqual([])
})

test('an excluded requirement has neither check nor test', () => {
  const proved = provedIds()
  const checked = new Set<string>(checks.map(({ requirement }) => requirement))
  expect(
    requirementIds.filter(
      (id) => requirementOf(id).excluded !== undefined && (proved.has(id) || checked.has(id)),
    ),
  ).toEqual([])
})
