import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { parse } from 'yaml'
import { describeFinding, describeFindings } from '../../src/report/finding-text.ts'
import type { RecordedFinding } from '../../src/report/record.ts'
import { linkOf } from '../../src/report/sources.ts'
import { requirementIds, requirementOf } from '../../src/requirements/index.ts'

const finding: RecordedFinding = {
  requirement: 'token.response.no-store',
  at: 'header Cache-Control',
  expected: 'no-store',
  actual: 'no header',
  operation: 'issueClientCredentialsToken',
  repeat: "curl -X POST 'https://bank.example/token'",
}

test.describe('the text of a finding', () => {
  test('has its lines in their order', () => {
    expect(describeFinding(finding)).toBe(
      [
        'token.response.no-store (MUST): a token response is never kept by a cache.',
        '  at        header Cache-Control',
        '  expected  no-store',
        '  actual    no header',
        '  source    https://www.rfc-editor.org/rfc/rfc6749#section-5.1',
        "  repeat    curl -X POST 'https://bank.example/token'",
      ].join('\n'),
    )
  })

  test('leaves out a repeat that there is none of, and keeps each value on its line', () => {
    const { repeat: _, ...rest } = { ...finding, actual: 'two\n  lines' }
    expect(describeFinding(rest)).toMatch(/ {2}actual {4}two lines\n {2}source .*$/)
  })

  test('separates several by an empty line', () => {
    const other = { ...finding, actual: 'max-age=300' }
    expect(describeFindings([finding, other])).toBe(
      `${describeFinding(finding)}\n\n${describeFinding(other)}`,
    )
  })

  test('tells once what came more than once, with how often and how to repeat the first', () => {
    const again = { ...finding, repeat: "curl -X POST 'https://bank.example/token?again'" }
    expect(describeFindings([finding, again])).toBe(`${describeFinding(finding)}\n  seen      2 times`)
  })
})

test.describe('sources', () => {
  const root = path.join(import.meta.dirname, '..', '..')

  test('every requirement has a source that is a link, a path or words', () => {
    for (const id of requirementIds) expect(linkOf(requirementOf(id).source), id).toMatch(/\S/)
  })

  test('an unknown prefix is a bug of the suite', () => {
    for (const source of ['hearsay#1', 'seed-009#x', 'owasp-api-2023#api11', 'asvs5#99.1'])
      expect(() => linkOf(source)).toThrow(
        expect.objectContaining({
          code: 'bug',
          message: `the source ${source} has no row in src/report/sources.ts`,
        }),
      )
  })

  const pointers = requirementIds
    .map((id) => requirementOf(id).source)
    .filter((source) => source.startsWith('specs/'))
  for (const source of new Set(pointers))
    test(`${source} stands in its document`, () => {
      const [file = '', pointer = ''] = source.split('#')
      const document = parse(readFileSync(path.join(root, file), 'utf8')) as unknown
      const keys = pointer.split('/').slice(1)
      const found = keys.reduce<unknown>(
        (node, key) =>
          (node as Record<string, unknown> | undefined)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')],
        document,
      )
      expect(found).toBeDefined()
    })
})
