import { isTelling } from '../contract/tells.ts'
import type { Reply } from '../http/client.ts'

/** Values by the name of their field or parameter. */
export type Told = Readonly<Record<string, string>>

/** Tells whether a call waits for a second factor: for those that need one, that is the way on. */
export function asksForFactor(reply: Reply): boolean {
  return reply.status === 403 && (reply.json as { code?: unknown } | undefined)?.code === 'mfaRequired'
}

/** Collects what an answer tells by name: ids, codes, keys and numbers, but not which currency or country. */
export function valuesTold(reply: Reply): Told {
  const told: Record<string, string> = {}
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [name, value] of Object.entries(node)) {
      if (typeof value === 'string' && isTelling(name) && !/(currency|country)Code$/i.test(name))
        told[name] ??= value
      else visit(value)
    }
  }
  visit(reply.json)
  return told
}

/** Names that the real interface misspells, and what they mean. */
const misspelt: Readonly<Record<string, string>> = { controlFllowId: 'controlFlowId' }

/** Puts values into the text fields of a body that have their names. */
export function fillFields(node: unknown, values: Told): unknown {
  if (Array.isArray(node)) return node.map((item) => fillFields(item, values))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [
      name,
      typeof value === 'string' ? (values[misspelt[name] ?? name] ?? value) : fillFields(value, values),
    ]),
  )
}

/** Lists the fields of a body that name an object. */
export function idNames(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, value]) =>
    name.endsWith('Id') && typeof value === 'string' ? [name] : idNames(value),
  )
}

/** Finds the first text of that name in a body; undefined when there is none. */
export function findValue(node: unknown, name: string): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  const own = (node as Record<string, unknown>)[name]
  if (typeof own === 'string') return own
  for (const value of Object.values(node)) {
    const found = findValue(value, name)
    if (found !== undefined) return found
  }
  return undefined
}
