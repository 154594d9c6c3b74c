/** Reads a value deep inside a body; undefined when there is no such place. */
export function at(body: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (node, key) => (node as Readonly<Record<string | number, unknown>> | null | undefined)?.[key],
    body,
  )
}
