/** Reads a value deep inside a body; undefined when there is no such place. */
export function at(body: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (node, key) => (node as Readonly<Record<string | number, unknown>> | null | undefined)?.[key],
    body,
  )
}

/** Reads a text or a number deep inside a body, as text; undefined when there is none. */
export function textAt(body: unknown, ...path: readonly (string | number)[]): string | undefined {
  const value = at(body, ...path)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
