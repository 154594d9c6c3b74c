import type { Operation } from '../contract/types.ts'
import type { Reply } from '../http/client.ts'
import type { Caller } from './caller.ts'
import { notObserved, positiveControl } from './not-observed.ts'

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

/** Reads a list page by page, as far as the caller wants to go. */
export async function* pagesOf(
  caller: Caller,
  operation: Operation,
  parameters: Readonly<Record<string, string>> = {},
): AsyncGenerator<Reply, void> {
  let next: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const start = next === undefined ? {} : { nextStartIndex: next }
    const reply = positiveControl(await caller.call(operation, { parameters: { ...parameters, ...start } }))
    yield reply
    next = nextOf(reply.json)
    if (next === undefined) return
  }
}

/** A page so small that even a short list has several. */
const fewItems = '3'

/** Follows nextStartIndex from the first page to the last, in small pages where the caller may choose. */
export async function walkPages(caller: Caller, operation: Operation): Promise<PagesWalked> {
  const size = operation.parameters.some(({ name }) => name === 'requestSize')
    ? { requestSize: fewItems }
    : {}
  const replies: Reply[] = []
  for await (const reply of pagesOf(caller, operation, size)) replies.push(reply)
  const last = replies.at(-1) ?? notObserved('the list has no page')
  return {
    pages: replies.map(({ json }) => itemsOf(json)),
    ended: nextOf(last.json) === undefined,
    last,
  }
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

/** Where the next page begins, as the body says or an object in it; undefined on the last page. */
function nextOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined
  const { nextStartIndex: next, ...inner } = body as Readonly<Record<string, unknown>>
  if (typeof next === 'string' && next !== '') return next
  return Object.values(inner)
    .map(nextOf)
    .find((found) => found !== undefined)
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
