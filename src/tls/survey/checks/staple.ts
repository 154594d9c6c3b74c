import { expects, type Judgement } from '../check.ts'
import type { StapleFacts } from '../ocsp.ts'

/** Judges a stapled OCSP answer, where there is one. */
export function judgeStaple(staple: StapleFacts | undefined, now: Date): Judgement {
  if (staple === undefined) return { status: 'not observed', reason: 'no OCSP answer is stapled' }
  return expects('good', [...faultsOf(staple, now)][0] ?? 'good')
}

function* faultsOf({ status, signed, producedFor }: StapleFacts, now: Date): Iterable<string> {
  if (status !== 'good') yield status
  if (!signed) yield 'not signed by the issuer'
  if (producedFor === undefined) return
  const { thisUpdate, nextUpdate } = producedFor
  if (now < thisUpdate) yield `valid from ${thisUpdate.toISOString()}`
  if (nextUpdate !== undefined && now > nextUpdate) yield `valid to ${nextUpdate.toISOString()}`
}
