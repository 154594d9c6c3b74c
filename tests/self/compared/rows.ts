import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { markets } from '../../../src/markets/index.ts'
import type { MarketId } from '../../../src/markets/types.ts'
import { root } from '../run-script.ts'

/** A field as the collected facts write it down. */
export interface FactField {
  readonly type?: string
  readonly required?: boolean
  readonly fields?: Readonly<Record<string, FactField>>
  readonly items?: FactField
}

/** A body of the collected facts; without fields when nobody saw any. */
export interface FactBody {
  readonly contentType?: string
  /** Its name; `array` for a list of objects with these fields. */
  readonly model?: string | null
  readonly fields?: Readonly<Record<string, FactField>>
}

/** One operation of the collected facts. */
export interface FactRow {
  readonly market: string
  readonly product: string
  readonly method: string
  readonly path: string
  readonly grant: string
  readonly headers: readonly { readonly name: string; readonly required: boolean; readonly value?: string }[]
  readonly parameters: readonly {
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly type: string
  }[]
  readonly request?: FactBody
  readonly responses: Readonly<Record<string, FactBody>>
  readonly errors: readonly FactError[]
  readonly observed?: readonly { readonly status: number }[]
}

/** An error of the collected facts. */
export interface FactError {
  readonly status: number
  readonly code: string
}

/** The collected facts lie beside the project; not every copy of the project has them. */
const file = path.join(root, '..', 'shared', 'citi', 'operations.json')

const marketsByName: Readonly<Record<string, readonly MarketId[]>> = {
  'US (partner portal)': ['us'],
  'partner portal sandbox': ['us'],
  'EU/UK PSD2': ['gb', 'pl'],
  'GB/EMEA': ['gb', 'pl'],
  APAC: ['sg', 'hk', 'au'],
}

/** Reads the facts; undefined where they are not beside the project. */
export function readFacts(): readonly FactRow[] | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as FactRow[]) : undefined
}

/** Names a row by its market and address; three addresses stand there twice, under two products. */
export function nameOfRow({ market, method, path: address }: FactRow): string {
  return `${market} ${method} ${address}`
}

/** Tells whether a row comes from the first drafts, whose addresses hang on the host itself and know no market. */
export function isOfTheHost({ market }: FactRow): boolean {
  return market.startsWith('seed')
}

/** The markets that a row speaks of. */
export function marketsOfRow({ market }: FactRow): readonly MarketId[] {
  const named = markets.filter(({ id }) => id.toUpperCase() === market).map(({ id }) => id)
  return marketsByName[market] ?? named
}
