import { expect, test } from '@playwright/test'
import { contract } from '../../src/testing/contract.ts'
import { compareRow } from './compared/compare.ts'
import { deviations } from './compared/deviations.ts'
import { findOperations } from './compared/find.ts'
import { type FactRow, nameOfRow, readFacts } from './compared/rows.ts'

const facts = readFacts()
const rows = facts ?? []

/** The collected facts about the interface lie beside the project, not in it. */
test.describe('the documents against the collected facts', () => {
  test.skip(facts === undefined, 'the facts, ../shared/citi/operations.json, are not beside this copy')

  test(`each of the ${rows.length} operations stands in a document, in every market of its own`, () => {
    const missing = rows.flatMap((row) =>
      findOperations(contract, row).missing.map((market) => `${nameOfRow(row)}: none in ${market}`),
    )
    expect(missing).toEqual([])
  })

  test('grant, headers, parameters, bodies, statuses and errors agree, except for what is listed with a reason', () => {
    const found = rows.flatMap((row) =>
      findOperations(contract, row).operations.flatMap((operation) =>
        compareRow(row, operation).map((line) => `${nameOfRow(row)}: ${line}`),
      ),
    )
    const listed = deviations.flatMap((deviation) =>
      deviation.rows.flatMap((row) => deviation.what.map((line) => `${row}: ${line}`)),
    )
    expect([...new Set(found)].sort()).toEqual([...listed].sort())
  })

  test('the comparison notices whatever differs', () => {
    const row = rows.find((candidate) => nameOfRow(candidate) === 'IN POST /v1/accounts/closure')!
    const differing: FactRow = {
      ...row,
      grant: 'client_credentials',
      headers: [...row.headers, { name: 'channelId', required: true }],
      parameters: [{ name: 'reason', in: 'query', required: false, type: 'string' }],
      request: {
        contentType: 'application/json',
        fields: { accountId: { type: 'integer', required: false } },
      },
      responses: { ...row.responses, 409: {} },
      errors: [...row.errors, { status: 400, code: 'accountInUse' }],
    }
    expect(compareRow(differing, findOperations(contract, row).operations[0]!)).toEqual([
      'grant: authorization_code instead of client_credentials',
      'header: channelId is missing',
      'parameter: reason in query is missing',
      'request: accountId is string instead of integer',
      'request: accountId is required',
      'request: accountClosureReasonCode is not in the facts',
      'request: consentGivenFlag is not in the facts',
      'status: 409 is missing',
      'error: 400 accountInUse is missing',
    ])
    const unknown = { ...row, path: '/v1/accounts/opening' }
    expect(findOperations(contract, unknown)).toEqual({ operations: [], missing: ['in'] })
  })
})
