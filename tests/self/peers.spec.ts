import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { choose } from '../../bench/peers/choice.ts'
import { cellOf, totalsOf } from '../../bench/peers/comparison.ts'
import { toOpenApi30 } from '../../bench/peers/downgrade.ts'
import { ownName, pageOf } from '../../bench/peers/page.ts'
import { type Outcome, withoutChance } from '../../bench/peers/peer.ts'
import { placesOf } from '../../bench/peers/places.ts'
import { isCaught, median, type PeerRuns } from '../../bench/peers/result.ts'
import { defects } from '../../src/mock/defects/index.ts'
import { contract } from '../../src/testing/contract.ts'
import { root } from './run-script.ts'

const place = { product: 'accounts', market: 'in', quota: 60 } as const

function outcome(findings: readonly string[], other: Partial<Outcome> = {}): Outcome {
  return { findings, ms: 1000, timedOut: false, ...other }
}

test.describe('choice', () => {
  const letters = 'a b c d e f g h i j'.split(' ').map((id) => ({ id }))

  test('the same seed chooses the same, in whatever order they come', () => {
    const chosen = choose(letters, 4, 'seed')
    expect(choose(letters.toReversed(), 4, 'seed')).toEqual(chosen)
    expect(choose(letters, 4, 'another seed')).not.toEqual(chosen)
  })

  test('one more to choose from takes one place at most', () => {
    const before = choose(letters, 4, 'seed').map(({ id }) => id)
    const after = choose([...letters, { id: 'k' }], 4, 'seed').map(({ id }) => id)
    expect(before.filter((id) => !after.includes(id)).length).toBeLessThanOrEqual(1)
  })

  test('every defect has a document of its market to look in', () => {
    const lost = defects.filter((defect) => placesOf(defect, { products: [] }, contract).length === 0)
    expect(lost.map(({ id }) => id)).toEqual([])
  })
})

test.describe('comparison', () => {
  test('what the honest sandbox is told of as well is no catch', () => {
    expect(isCaught(outcome(['a', 'b']), [outcome(['a']), outcome(['b'])])).toBe(false)
    expect(isCaught(outcome(['a', 'c']), [outcome(['a']), outcome(['b'])])).toBe(true)
  })

  test('a defect that keeps a tool from working is caught, a tool that never works catches nothing', () => {
    const broken = outcome([], { error: 'no connection' })
    expect(isCaught(broken, [outcome([])])).toBe(true)
    expect(isCaught(broken, [broken])).toBe(false)
  })

  test('values that differ from run to run do not tell two failures apart', () => {
    const port = 'https://localhost:40123/v1/accounts/e61209635732e97adf5e8e708e3c17bc: 200'
    expect(withoutChance(port)).toBe('https://localhost/v1/accounts/#: 200')
  })

  test('one place where it was seen is enough', () => {
    const runs: PeerRuns[] = [
      { peer: 'dredd', place, honest: [outcome([])], defects: { d: outcome([]) } },
      {
        peer: 'dredd',
        place: { ...place, product: 'cards' },
        honest: [outcome([])],
        defects: { d: outcome(['a']) },
      },
    ]
    expect(cellOf({ defect: { id: 'd', breaks: 'http.hsts' } }, 'dredd', runs)).toEqual({
      state: 'caught',
      sign: 'a',
    })
    expect(cellOf({ defect: { id: 'd', breaks: 'http.hsts' } }, 'prism', runs).state).toBe('not run')
  })

  test('false alarms are counted once for each operation', () => {
    const honest = [outcome(['GET /a: kind', 'GET /b: kind']), outcome(['GET /a: kind'])]
    const runs: PeerRuns[] = [{ peer: 'dredd', place, honest, defects: { d: outcome([], { ms: 3000 }) } }]
    const totals = totalsOf([{ defect: { id: 'd', breaks: 'http.hsts' } }], 'dredd', runs)
    expect([...totals.falseAlarms]).toEqual([['kind', 2]])
    expect(totals).toMatchObject({ caught: 0, medianMs: 3000, totalMs: 5000, runs: 3 })
  })

  test('the median of an even number is the higher one in the middle', () => {
    expect(median([4, 1, 3, 2])).toBe(3)
  })
})

test.describe('OpenAPI 3.0', () => {
  test('what 3.1 says is said as 3.0 says it', () => {
    const schema = {
      type: ['string', 'null'],
      const: 'a',
      examples: ['a', 'b'],
      exclusiveMinimum: 3,
      'x-note': 'left out',
    }
    const document = {
      openapi: '3.1.0',
      info: { title: 't', version: '1', summary: 's' },
      paths: {},
      components: { schemas: { Name: schema, Other: { $ref: '#/components/schemas/Name', minLength: 1 } } },
    }
    expect(toOpenApi30(document)).toEqual({
      openapi: '3.0.3',
      info: { title: 't', version: '1' },
      paths: {},
      components: {
        schemas: {
          Name: {
            type: 'string',
            nullable: true,
            enum: ['a'],
            example: 'a',
            minimum: 3,
            exclusiveMinimum: true,
          },
          Other: { minLength: 1, allOf: [{ $ref: '#/components/schemas/Name' }] },
        },
      },
    })
  })
})

test.describe('page', () => {
  const defect = { id: 'tokens-kept', breaks: 'http.hsts' } as const
  const own = { defect: defect.id, caught: true, falseAlarms: 0, ms: 100, products: ['accounts'] }
  const page = pageOf({
    rows: [{ defect, own, places: [place] }],
    own: { results: [own], ms: 2000 },
    peers: [
      { id: 'dredd', name: 'Dredd' },
      { id: 'prism', name: 'Prism' },
    ],
    runs: [
      {
        peer: 'dredd',
        place,
        honest: [outcome(['GET /a: kind'])],
        defects: { [defect.id]: outcome(['b: c']) },
      },
    ],
    missing: { prism: 'no package' },
    versions: { schemathesis: '1', dredd: '2', portman: '3', prism: '4' },
    seed: 's',
    all: 9,
    where: 'here',
  })

  test('a row tells what each tool said', () => {
    expect(page).toContain('| Dredd | 2 | 1 of 1 | 1.0 s | 2.0 s for 2 | 1 |')
    expect(page).toContain('| Prism | 4 | not run: no package | | | |')
    expect(page).toContain(
      '| `tokens-kept` | `http.hsts` | accounts (in) | **caught** | **caught** | not run |',
    )
  })

  test('what a tool says of the honest sandbox is told with its number', () => {
    expect(page).toContain('- 1 × `kind`')
  })
})

/** How many defects each tool caught, by its name, as the page says. */
function caughtIn(page: string): Record<string, string> {
  const rows = page.matchAll(/^\| (\S[^|]*?) +\| [^|]*\| +(\d+ of \d+) +\|/gm)
  return Object.fromEntries([...rows].map(([, name = '', caught = '']) => [name, caught]))
}

test('README tells the figures of the page', () => {
  const caught = caughtIn(readFileSync(path.join(root, 'bench', 'peers.md'), 'utf8'))
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8').replaceAll(/\s+/g, ' ')
  const { [ownName]: own = '', ...others } = caught
  const list = Object.entries(others).map(([name, number]) => `${name} ${number}`)
  expect(list).toHaveLength(4)
  expect(readme).toContain(
    `this suite reports ${own}, ${list.slice(0, -1).join(', ')} and ${list.at(-1) ?? ''}`,
  )
})
