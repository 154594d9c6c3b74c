import type { Operation } from '../contract/types.ts'

/** A call as it reached the sandbox. */
export interface SandboxRequest {
  readonly method: string
  /** The address below the base, without query. */
  readonly path: string
  readonly query: string
  readonly base: 'api' | 'origin'
  /** Headers by lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string | undefined
  /** The certificate that the caller connected with, in DER; undefined when there is none. */
  readonly certificate?: () => Uint8Array | undefined
}

/** The most bytes that a body may have. */
const largestBody = 1024 * 1024

/** Tells whether a body is larger than the sandbox takes. */
export function isTooLarge({ body = '' }: Pick<SandboxRequest, 'body'>): boolean {
  return Buffer.byteLength(body) > largestBody
}

/** Returns the media type of a request in lower case, without parameters. */
export function mediaTypeOf({ headers }: Pick<SandboxRequest, 'headers'>): string | undefined {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase()
}

/** Names the first header that an operation wants and a request lacks; undefined when it has them all. */
export function missingHeader(
  operation: Pick<Operation, 'requiredHeaders'> | undefined,
  headers: SandboxRequest['headers'],
): string | undefined {
  return operation?.requiredHeaders.find((name) => (headers[name.toLowerCase()] ?? '') === '')
}

const jsonRanges = ['application/json', 'application/*', '*/*']

/** Tells whether the caller takes JSON; the most specific range decides. @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1 */
export function acceptsJson({ headers }: Pick<SandboxRequest, 'headers'>): boolean {
  const ranges = (headers['accept'] ?? '*/*').split(',').map(readRange)
  const match = jsonRanges.flatMap((name) => ranges.filter((range) => range.name === name))[0]
  return match !== undefined && match.weight > 0
}

function readRange(text: string): { name: string; weight: number } {
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  return { name, weight: weight === undefined ? 1 : Number(weight) }
}

/** Returns the names that stand more than once in a form or query. */
export function repeatedNames(form: URLSearchParams): string[] {
  const names = [...form.keys()]
  return names.filter((name, index) => names.indexOf(name) !== index)
}

/** Returns the fields of a form or query; an empty one counts as left out. */
export function fieldsOf(form: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...form].filter(([, value]) => value !== ''))
}
