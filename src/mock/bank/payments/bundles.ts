import type { Market } from '../../../markets/types.ts'
import type { Order } from './order.ts'

/** A transfer of a bundle and how far it has come. */
export interface BundleItem {
  readonly order: Order
  status: 'ACCEPTED' | 'COMPLETED' | 'REJECTED'
  /** Reference and day once the money has moved. */
  reference: string | undefined
  day: string | undefined
}

/** Transfers that were handed in together. */
export interface Bundle {
  readonly id: string
  /** The key that the caller gave it. */
  readonly callerKey: string
  readonly market: Market
  readonly username: string
  readonly items: readonly BundleItem[]
  readonly acceptedAt: Date
}

/** A bundle is carried out that long after it was accepted. */
const processingMs = 60_000

/** Lists the transfers of a bundle that are due. */
export function dueItems({ items, acceptedAt }: Bundle, now: Date): readonly BundleItem[] {
  if (now.getTime() - acceptedAt.getTime() < processingMs) return []
  return items.filter(({ status }) => status === 'ACCEPTED')
}
