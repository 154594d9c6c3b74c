import type { Operation } from '../../src/contract/types.ts'
import type { Call } from '../../src/http/client.ts'
import { buildCall } from '../../src/oauth/resource-call.ts'
import { buildTokenCall as buildFormCall } from '../../src/testing/token-calls.ts'
import type { Bench } from './bench.ts'
import { buildTokenCall } from './token-calls.ts'

/** A call that is right in everything, taken apart as the documents name its parts. */
export interface RightCall {
  readonly operation: Operation
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  /** The body as it is sent. */
  readonly body: string | undefined
  /** Path with query, below the base address. */
  readonly target: string
  /** Whether the sandbox could not give the values for it, so that the document's examples stand in. */
  readonly isExample: boolean
}

/** Prepares a right call of each operation, with tokens and ids that the sandbox just gave. */
export async function prepareCalls(
  bench: Bench,
  operations: readonly Operation[],
): Promise<readonly RightCall[]> {
  const prepared: RightCall[] = []
  for (const operation of operations) {
    await bench.control.setQuota(undefined)
    const call = await prepare(bench, operation).catch(() => undefined)
    prepared.push(takeApart(operation, call ?? exampleCall(bench, operation), call === undefined))
  }
  return prepared
}

async function prepare(bench: Bench, operation: Operation): Promise<Call> {
  return (await buildTokenCall(operation.id, bench.parties)) ?? bench.caller.prepare(operation)
}

function exampleCall({ caller: { app } }: Bench, operation: Operation): Call {
  if (operation.grant === 'basic') return buildFormCall(app, operation)
  return buildCall(operation, { accessToken: 'no-token', clientId: app.clientId, parameters: {} })
}

/** Headers as most tools write them: some would send the same one twice, in two spellings. */
const usualNames: Readonly<Record<string, string>> = {
  accept: 'Accept',
  authorization: 'Authorization',
}

function takeApart(operation: Operation, call: Call, isExample: boolean): RightCall {
  const [address = '', query = ''] = call.path.split('?')
  const headers = Object.entries(call.headers ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[usualNames[name] ?? name, value] as const],
  )
  return {
    operation,
    path: valuesOf(operation, address),
    query: Object.fromEntries(new URLSearchParams(query)),
    headers: Object.fromEntries(headers),
    body: call.body,
    target: call.path,
    isExample,
  }
}

function valuesOf({ path }: Operation, address: string): Record<string, string> {
  const segments = address.split('/')
  const named = path.split('/').flatMap((part, index) => {
    const [, name] = /^\{([^}]+)\}$/.exec(part) ?? []
    return name === undefined ? [] : [[name, decodeURIComponent(segments[index] ?? '')] as const]
  })
  return Object.fromEntries(named)
}
