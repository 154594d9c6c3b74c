import { readFileSync } from 'node:fs'
import path from 'node:path'
import { schemasDirectory } from '../../../src/testing/contract.ts'
import type { Node, Place } from './json-paths.ts'

/** Reads a derived schema file; undefined when there is none. */
export function readSchema(name: string): Node | undefined {
  try {
    return JSON.parse(readFileSync(path.join(schemasDirectory, name), 'utf8')) as Node
  } catch {
    return undefined
  }
}

/** Finds what a schema says of a place; undefined when it says nothing. */
export function schemaAt(root: Node, place: Place, schema: Node | undefined = root): Node | undefined {
  const here = followed(root, schema)
  const [name, ...rest] = place
  if (here === undefined || name === undefined) return here
  if (here['items'] !== undefined) return schemaAt(root, rest, here['items'] as Node)
  const property = (here['properties'] as Node | undefined)?.[name] as Node | undefined
  return property === undefined ? undefined : schemaAt(root, rest, property)
}

function followed(root: Node, schema: Node | undefined): Node | undefined {
  const reference = schema?.['$ref']
  if (typeof reference !== 'string') return schema
  const definitions = root['$defs'] as Node | undefined
  return followed(root, definitions?.[reference.replace('#/$defs/', '')] as Node | undefined)
}

/** Tells whether a schema wants a place to be there. */
export function isRequired(root: Node, place: Place): boolean {
  const parent = schemaAt(root, place.slice(0, -1))
  return ((parent?.['required'] as string[] | undefined) ?? []).includes(place.at(-1) ?? '')
}

/** Tells whether a schema says of what type a place is. */
export function hasType(root: Node, place: Place): boolean {
  return schemaAt(root, place)?.['type'] !== undefined
}
