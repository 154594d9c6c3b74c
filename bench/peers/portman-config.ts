import type { Job } from './peer.ts'
import type { RightCall } from './right-calls.ts'
import { nameIn, type Variant } from './variants.ts'

/**
 * The configuration of Portman: every contract test on the right call of each operation, and a variation for each
 * fault, whose answer is held against the document as well. Each gets the headers that it needs.
 */
export function portmanConfig({ calls, variants }: Job): unknown {
  const right = variants.filter(({ fault, status }) => fault === 'none' && status < 300)
  const waiting = variants.filter(({ fault, status }) => fault === 'none' && status >= 300)
  return {
    version: 1.0,
    globals: { securityOverwrites: { remove: true } },
    overwrites: calls.map((call) => ({
      openApiOperationId: call.operation.id,
      overwriteRequestHeaders: pairsOf(call.headers),
      // Optional ones would be left out, also where the bank wants one of two.
      overwriteRequestQueryParams: pairsOf(call.query),
      ...formOf(call),
    })),
    tests: {
      contractTests: [
        ...right.flatMap((variant) => contractTests(variant)),
        ...waiting.map(({ operationId, status }) => ({
          openApiOperationId: operationId,
          openApiResponse: String(status),
          statusCode: { enabled: true, code: status },
        })),
      ],
      variationTests: variants.flatMap((variant) => {
        const call = calls.find(({ operation }) => operation.id === variant.operationId)
        return variant.fault === 'none' || call === undefined ? [] : variationOf(variant, call)
      }),
    },
  }
}

/** Fields of a form are overwritten one by one: Portman takes the example of a whole body for JSON only. */
function formOf({ operation, body = '' }: RightCall): object {
  if (operation.request?.mediaType !== 'application/x-www-form-urlencoded') return {}
  return { overwriteRequestBody: pairsOf(Object.fromEntries(new URLSearchParams(body))) }
}

function pairsOf(values: Readonly<Record<string, string>>): { key: string; value: string }[] {
  return Object.entries(values).map(([key, value]) => ({ key, value }))
}

function contractTests({ operationId, status }: Variant): unknown[] {
  const tests = ['contentType', 'jsonBody', 'schemaValidation', 'headersPresent']
  return [
    { openApiOperationId: operationId, statusCode: { enabled: true, code: status } },
    ...tests.map((test) => ({ openApiOperationId: operationId, [test]: { enabled: true } })),
  ]
}

function variationOf({ operationId, fault, status, headers }: Variant, call: RightCall): unknown {
  const removed = Object.keys(call.headers)
    .filter((key) => nameIn(headers, key.toLowerCase()) === undefined)
    .map((key) => ({ key, remove: true }))
  return {
    openApiOperationId: operationId,
    openApiResponse: String(status),
    variations: [
      {
        name: fault,
        overwrites: [{ overwriteRequestHeaders: [...pairsOf(headers), ...removed] }],
        tests: {
          contractTests: [
            { statusCode: { enabled: true, code: status } },
            { contentType: { enabled: true } },
            { jsonBody: { enabled: true } },
            { schemaValidation: { enabled: true } },
            { headersPresent: { enabled: true } },
          ],
        },
      },
    ],
  }
}
