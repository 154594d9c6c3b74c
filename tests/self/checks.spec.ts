import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { challengesOf, readHttpDate } from '../../src/checks/headers.ts'
import { checks } from '../../src/checks/index.ts'
import { membersOf } from '../../src/checks/json.ts'
import { type Judgement, judge, subjectOf } from '../../src/checks/judge.ts'
import type { Exchange } from '../../src/http/exchange.ts'
import { type RequirementId, areaOf } from '../../src/requirements/index.ts'
import { authorizeCases } from './checks/authorize.ts'
import { bearerCases } from './checks/bearer.ts'
import { errorCases } from './checks/error.ts'
import { changed, type ExchangeData, exchangeOf } from './checks/exchange-of.ts'
import { mutate, randomFrom } from './checks/fuzz.ts'
import {
  furtherBearerCases,
  furtherErrorCases,
  furtherHttpCases,
  furtherRatelimitCases,
  furtherTokenCases,
  furtherTokenResponseCases,
} from './checks/further.ts'
import { furtherPageCases } from './checks/further-pages.ts'
import { furtherShapeCases } from './checks/further-shape.ts'
import { httpCases } from './checks/http.ts'
import { ratelimitCases } from './checks/ratelimit.ts'
import { clientRefused } from './checks/samples.ts'
import { shapeCases } from './checks/shape.ts'
import { buildSmallContract, type SmallContract } from './checks/small-contract.ts'
import { tokenErrorCases } from './checks/token-error.ts'
import { tokenResponseCases } from './checks/token-response.ts'

const cases = [
  ...tokenResponseCases,
  ...furtherTokenResponseCases,
  ...tokenErrorCases,
  ...furtherTokenCases,
  ...authorizeCases,
  ...furtherPageCases,
  ...bearerCases,
  ...furtherBearerCases,
  ...ratelimitCases,
  ...furtherRatelimitCases,
  ...httpCases,
  ...furtherHttpCases,
  ...errorCases,
  ...furtherErrorCases,
  ...shapeCases,
  ...furtherShapeCases,
]
const ids = checks.map(({ requirement }) => requirement)
let small: SmallContract

test.beforeAll(() => {
  small = buildSmallContract()
})
test.afterAll(() => small.remove())

function judged(exchange: Exchange): Judgement {
  return judge(subjectOf(exchange, small.contract, small.validators))
}

function judgedData(data: ExchangeData): Judgement {
  return judged(exchangeOf(data))
}

/** Where the file of a check must lie, by its requirement. */
function fileOf(id: RequirementId): string {
  const rest = id.slice(areaOf(id).length + 1).replaceAll('.', '-')
  return path.join(import.meta.dirname, '../../src/checks', areaOf(id), `${rest}.ts`)
}

for (const { requirement, kept, broken, outside = [] } of cases) {
  test.describe(requirement, () => {
    kept.forEach((data, index) => {
      test(`is content with ${data.call} ${data.status} (${index + 1})`, () => {
        const judgement = judgedData(data)
        expect(judgement.findings).toEqual([])
        expect(judgement.judged).toContain(requirement)
      })
    })
    broken.forEach(({ exchange, also = [], ...difference }, index) => {
      test(`objects at ${difference.at}: ${difference.actual} (${index + 1})`, () => {
        const { findings } = judgedData(exchange)
        expect(findings.filter((finding) => finding.requirement === requirement)).toEqual([
          { requirement, ...difference },
        ])
        const others = findings.map((finding) => finding.requirement).filter((id) => id !== requirement)
        expect([...new Set(others)].sort()).toEqual([...also].sort())
      })
    })
    outside.forEach((data, index) => {
      test(`takes ${data.call} ${data.status} for no evidence (${index + 1})`, () => {
        expect(judgedData(data).judged).not.toContain(requirement)
      })
    })
  })
}

test('each check is proved green and red', () => {
  const proved = cases.filter(({ kept, broken }) => kept.length > 0 && broken.length > 0)
  expect(proved.map(({ requirement }) => requirement)).toEqual(ids)
})

test('each check stands once in the list', () => {
  expect(new Set(ids).size).toBe(ids.length)
})

test('each check lies in the file that its id names', () => {
  expect(ids.filter((id) => !existsSync(fileOf(id)))).toEqual([])
})

test('no exchange, however odd, makes a check throw', () => {
  const random = randomFrom(20_260_105)
  const recorded = cases
    .flatMap(({ kept, broken }) => [...kept, ...broken.map(({ exchange }) => exchange)])
    .map(exchangeOf)
  const mutants = recorded.flatMap((exchange) => Array.from({ length: 5 }, () => mutate(exchange, random)))
  expect(mutants.length).toBeGreaterThan(500)
  const findings = mutants.flatMap((mutant) => judged(mutant).findings)
  expect(findings.length).toBeGreaterThan(mutants.length)
  expect(findings.filter(({ at, expected, actual }) => [at, expected, actual].includes(''))).toEqual([])
})

test('members of a JSON text keep their pointers, their digits and their repetitions', () => {
  const members = membersOf('{"a/b":[1.50,{"x":"}\\"]"}], "a~":null,"a~":{"":true}}')
  expect(members.map(({ at, name, raw, repeated }) => [at, name, raw, repeated])).toEqual([
    ['/a~1b', 'a/b', '[', false],
    ['/a~1b/0', 'a/b', '1.50', false],
    ['/a~1b/1', 'a/b', '{', false],
    ['/a~1b/1/x', 'x', '"}\\"]"', false],
    ['/a~0', 'a~', 'null', false],
    ['/a~0', 'a~', '{', true],
    ['/a~0/', '', 'true', false],
  ])
})

test('challenges keep their schemes and attributes apart', () => {
  const value = 'Negotiate, Bearer realm="a, b=\\"c\\"",error=invalid_token, Basic realm="x"'
  const exchange = exchangeOf(changed(clientRefused, { headers: { 'WWW-Authenticate': value } }))
  expect(challengesOf(exchange).map(({ scheme, attributes }) => [scheme, attributes.length])).toEqual([
    ['negotiate', 0],
    ['bearer', 2],
    ['basic', 1],
  ])
})

test('only the spelling of RFC 9110 is an HTTP date', () => {
  expect(readHttpDate('Mon, 05 Jan 2026 09:00:00 GMT')).toBe(1_767_603_600_000)
  const others = [
    'Monday, 05-Jan-26 09:00:00 GMT',
    '2026-01-05',
    'Tue, 05 Jan 2026 09:00:00 GMT',
    'Invalid Date',
  ]
  expect(others.map(readHttpDate)).toEqual([undefined, undefined, undefined, undefined])
})
