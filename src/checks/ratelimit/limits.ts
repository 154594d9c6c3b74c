import type { Exchange } from '../../http/exchange.ts'
import { responseHeader } from '../headers.ts'

const syntax = /^(\s*name=[\w.-]+,-?\d+;)+\s*$/

/** Tells whether a limit header is written as the gateway writes it: `name=plan,number;`. */
export function isLimit(value: string): boolean {
  return syntax.test(value)
}

/** Reads a limit header into calls by plan; undefined when it is missing or written otherwise. */
export function limitsOf(exchange: Exchange, name: string): Map<string, number> | undefined {
  const value = responseHeader(exchange, name)
  if (value === undefined || !isLimit(value)) return undefined
  return new Map(
    [...value.matchAll(/name=([\w.-]+),(-?\d+);/g)].map(([, plan = '', calls]) => [plan, Number(calls)]),
  )
}
