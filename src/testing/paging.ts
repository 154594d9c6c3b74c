import type { Operation } from '../contract/types.ts'
import type { Reply } from '../http/client.ts'
import type { Caller } from './caller.ts'
import { positiveControl } from './not-observed.ts'

/** A walk through the pages of a list. */
export interface PagesWalked {
  /** The items of every page, each as text. */
  readonly pages: readonly (readonly string[])[]
  /** Whether the last page said that nothing follows. */
  readonly ended: boolean
  readonly last: Reply
}

/** A list that has not ended after so many pages never will. */
const mostPages = 60

/** Follows nextStartIndex from the first page to the last. */
export async function walkPages(caller: Caller, operation: Operation): Promise<PagesWalked> {
  const pages: string[][] = []
  let last = positiveControl(await caller.call(operation))
  pages.push(itemsOf(last.json))
  while (nextOf(last) !== undefined && pages.length < mostPages) {
    last = positiveControl(
      await caller.call(operation, { parameters: { nextStartIndex: nextOf(last) ?? '' } }),
    )
    pages.push(itemsOf(last.json))
  }
  return { pages, ended: nextOf(last) === undefined, last }
}

/** Counts the items that stand on more than one page; two equal items of one page are the bank's business. */
export function repeatedItems({ pages }: PagesWalked): number {
  const seen = new Set<string>()
  let repeated = 0
  for (const page of pages) {
    repeated += page.filter((item) => seen.has(item)).length
    for (const item of page) seen.add(item)
  }
  return repeated
}

function nextOf({ json }: Reply): string | undefined {
  const next = (json as { nextStartIndex?: unknown } | undefined)?.nextStartIndex
  return typeof next === 'string' && next !== '' ? next : undefined
}

/** The objects in the lists of a body: those that have a key of their own, else the innermost ones. */
function itemsOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  if (!Array.isArray(node)) return Object.values(node).flatMap(itemsOf)
  return node.flatMap((item: unknown) => {
    const inner = hasKey(item) ? [] : itemsOf(item)
    return inner.length > 0 ? inner : [JSON.stringify(item)]
  })
}

/** What lists inside of such an object hold belongs to it, and may stand in other objects too. */
function hasKey(item: unknown): boolean {
  if (typeof item !== 'object' || item === null) return false
  return Object.entries(item).some(([name, value]) => name.endsWith('Id') && typeof value === 'string')
}
