import type { ResourceCall } from '../answer.ts'
import { invalid, type Refusal } from './refusal.ts'

/** A part of a list and where the next one begins. */
export interface Page<Item> {
  readonly items: readonly Item[]
  /** Undefined on the last page. */
  readonly nextStartIndex: string | undefined
}

/** Which part of a list is wanted; the first item has the number 1. */
export interface PageRequest {
  readonly start: number
  readonly size: number
}

const largestSize = 50

/** Reads which page a call wants; a larger page than the bank gives is cut to what it gives. */
export function readPage(call: ResourceCall, usualSize = 10): PageRequest | Refusal {
  const start = readCount(call.query['nextStartIndex'] ?? '1')
  const size = readCount(call.query['requestSize'] ?? String(usualSize))
  if (size === undefined && call.behaviour.enforces('parameter.valid')) return invalid('requestSize')
  if (start === undefined && call.behaviour.enforces('paging.cursor')) return invalid('nextStartIndex')
  return { start: start ?? 1, size: Math.min(size ?? usualSize, largestSize) }
}

/** Reads a position in a list, or a number of items; undefined when it is none. */
export function readCount(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
}

/** Cuts a page out of a list; a page behind the end is empty. */
export function cutPage<Item>(
  items: readonly Item[],
  { start, size }: PageRequest,
  call: ResourceCall,
): Page<Item> {
  const next = start + size
  const overlap = start > 1 && !call.behaviour.enforces('paging.complete') ? 1 : 0
  return {
    items: items.slice(start - 1 - overlap, next - 1),
    nextStartIndex:
      next <= items.length || !call.behaviour.enforces('paging.ends') ? String(next) : undefined,
  }
}
