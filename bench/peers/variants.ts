import type { RightCall } from './right-calls.ts'

/** What is wrong about a call on purpose; nothing about the right one. */
export type Fault = 'none' | 'no-authorization' | 'unknown-accept' | 'unknown-media-type'

/** A call to send, and the status that the honest sandbox answers. */
export interface Variant {
  readonly operationId: string
  readonly fault: Fault
  readonly method: string
  readonly base: 'api' | 'origin'
  /** Path template of the operation. */
  readonly template: string
  /** Path with query, below the base address. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly status: number
}

const faults: readonly Fault[] = ['none', 'unknown-accept', 'unknown-media-type', 'no-authorization']

/** Lists the call that is right and those with one fault each that the operation can have. */
export function variantsOf(call: RightCall): readonly Omit<Variant, 'status'>[] {
  const { operation, target, body } = call
  return faults
    .filter((fault) => isPossible(fault, call))
    .map((fault) => ({
      operationId: operation.id,
      fault,
      method: operation.method,
      base: operation.base,
      template: operation.path,
      target,
      headers: headersWith(fault, call.headers),
      ...(body === undefined ? {} : { body }),
    }))
}

function isPossible(fault: Fault, { headers, body }: RightCall): boolean {
  if (fault === 'no-authorization') return nameIn(headers, 'authorization') !== undefined
  if (fault === 'unknown-media-type') return body !== undefined
  return true
}

function headersWith(fault: Fault, headers: RightCall['headers']): Record<string, string> {
  if (fault === 'no-authorization') return without(headers, 'authorization')
  if (fault === 'unknown-accept') return { ...without(headers, 'accept'), Accept: 'application/x-unknown' }
  if (fault === 'unknown-media-type')
    return { ...without(headers, 'content-type'), 'content-type': 'text/csv' }
  return { ...headers }
}

function without(headers: RightCall['headers'], name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key.toLowerCase() !== name))
}

/** Returns a header's name as it is written; undefined when it is not there. */
export function nameIn(headers: RightCall['headers'], name: string): string | undefined {
  return Object.keys(headers).find((key) => key.toLowerCase() === name)
}
