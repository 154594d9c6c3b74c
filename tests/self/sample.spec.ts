import { expect, test } from '@playwright/test'
import { sampleBody } from '../../src/mock/sample.ts'

test.describe('a sample', () => {
  test('holds every property, one item per list, and is a copy each time', () => {
    const schema = {
      type: 'object',
      properties: {
        items: { type: 'array', items: { $ref: '#/$defs/Item' } },
        kind: { enum: ['first', 'second'] },
        day: { type: 'string', format: 'date' },
      },
      $defs: { Item: { type: 'object', properties: { amount: { type: 'number', examples: [12.5] } } } },
    }
    expect(sampleBody(schema)).toEqual({ items: [{ amount: 12.5 }], kind: 'first', day: '2026-01-05' })
    expect(sampleBody(schema)).not.toBe(sampleBody(schema))
  })

  test('of a model that holds itself ends', () => {
    const schema = {
      $ref: '#/$defs/Node',
      $defs: {
        Node: {
          type: 'object',
          properties: {
            name: { examples: ['a'] },
            children: { type: 'array', items: { $ref: '#/$defs/Node' } },
          },
        },
      },
    }
    expect(sampleBody(schema)).toEqual({ name: 'a', children: [] })
  })
})
