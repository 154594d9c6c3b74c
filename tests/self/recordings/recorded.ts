import type { DeviationId } from '../../../src/deviations/index.ts'
import type { Headers } from './answers.ts'

/** An exchange in the plain form, with invented values in the shapes that the bank's sandbox was seen to send. */
export interface Recorded {
  readonly id: string
  readonly operation: string
  readonly market: string
  readonly request: {
    readonly method: string
    readonly url: string
    readonly headers: Headers
    readonly body: unknown
  }
  readonly response: {
    readonly status: number
    readonly headers: Headers
    readonly body: unknown
    readonly bodyText?: string
    readonly timeMs: number
  }
}

/** A recorded exchange with the deviations that it shows, hsts-not-sent apart, which all show. */
export interface Sample {
  readonly recorded: Recorded
  readonly shows: readonly DeviationId[]
}

/** What differs from one sample to the next. */
export interface SampleData {
  readonly call: string
  /** The address below the base, when it differs from the template of the call. */
  readonly path?: string
  readonly base?: string
  readonly market: string
  readonly authorization: string
  readonly requestBody?: unknown
  readonly status?: number
  readonly headers: Headers
  readonly body: unknown
  readonly shows?: readonly DeviationId[]
}

/** The base address of the bank's sandbox. */
export const sandboxBase = 'https://sandbox.apihub.citi.com/gcb/api'

/** Makes a sample from what is special about it. */
export function sampleOf(id: string, data: SampleData): Sample {
  const { call, path, base = sandboxBase, status = 200, body, requestBody = null, shows = [] } = data
  const [method = '', template = ''] = call.split(' ')
  const isForm = typeof requestBody === 'string'
  const headers = {
    Accept: 'application/json',
    Authorization: data.authorization,
    ...(requestBody === null
      ? {}
      : { 'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' }),
    Cookie: 'CITI_SITE=abcd',
    client_id: 'sample-client',
    uuid: '11-2-3333',
  }
  const recorded = {
    id,
    operation: call,
    market: data.market,
    request: { method, url: base + (path ?? template), headers, body: requestBody },
    response: { status, headers: data.headers, ...bodyOf(body), timeMs: 12 },
  }
  return { recorded, shows }
}

function bodyOf(body: unknown): { body: unknown; bodyText?: string } {
  if (body === null) return { body }
  if (typeof body === 'string') return { body, bodyText: body }
  return { body, bodyText: JSON.stringify(body) }
}
