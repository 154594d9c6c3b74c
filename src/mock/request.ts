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
}

/** Returns the media type of a request in lower case, without parameters. */
export function mediaTypeOf(request: SandboxRequest): string | undefined {
  return request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
}

/** Returns the names that stand more than once in a form or query. */
export function repeatedNames(form: URLSearchParams): string[] {
  const names = [...form.keys()]
  return names.filter((name, index) => names.indexOf(name) !== index)
}

/** Returns the fields of a form or query; an empty one counts as left out. */
export function fieldsOf(form: URLSearchParams, keepEmpty = false): Record<string, string> {
  return Object.fromEntries([...form].filter(([, value]) => keepEmpty || value !== ''))
}
