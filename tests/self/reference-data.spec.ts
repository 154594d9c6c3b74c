import path from 'node:path'
import { expect, test } from '@playwright/test'
import { readDocuments } from '../../src/contract/documents.ts'
import { referenceValuesOf } from '../../src/mock/bank/reference-data.ts'

const specs = path.join(import.meta.dirname, '..', '..', 'specs')

/** Every reference-data field of the documents with an example of its values. */
function fieldsOf(node: unknown): { name: string; example: unknown }[] {
  if (typeof node !== 'object' || node === null) return []
  const { 'x-reference-data': name, examples } = node as {
    'x-reference-data'?: unknown
    examples?: unknown[]
  }
  const own = typeof name === 'string' ? [{ name, example: examples?.[0] }] : []
  return [...own, ...Object.values(node).flatMap(fieldsOf)]
}

test('the values of every reference-data field are served, its example among them', () => {
  const fields = readDocuments(specs).flatMap(({ document }) => fieldsOf(document))
  const missing = fields.filter(
    ({ name, example }) =>
      referenceValuesOf(name)?.some(({ code }) => example === undefined || code === example) !== true,
  )
  expect(missing).toEqual([])
  expect(fields.length).toBeGreaterThan(0)
})

test('a field that no document knows has no values', () => {
  expect(referenceValuesOf('favouriteColour')).toBeUndefined()
  expect(referenceValuesOf('constructor')).toBeUndefined()
})
