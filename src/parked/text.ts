import { spanToText } from '../http/server-time.ts'
import type { Label } from './label.ts'
import type { ParkedEntry } from './store.ts'

/** What each state means to a person. */
const words: Readonly<Record<ParkedEntry['state'], string>> = {
  waiting: 'waiting',
  claimed: 'a run that tried it broke off: it is not tried again',
  tried: 'tried',
  unfinished: 'a run broke off while it parked this: nothing is lost but this one',
  'no key': 'sealed: set CITI_PARKED_KEY',
  'other key': 'sealed under another key than CITI_PARKED_KEY: set that one, nothing else opens it',
  damaged: 'the file is damaged and cannot be read whole: it is never tried, remove it',
  altered: 'the file was altered after it was parked: it is never tried, remove it',
}

/** Lists parked tokens for people, without their secrets; `now` is the time of this machine. */
export function parkedToText(entries: readonly ParkedEntry[], folder: string, now: Date): string {
  if (entries.length === 0) return `Nothing is parked in ${folder}.`
  const waiting = entries.filter(({ state }) => state === 'waiting').length
  const head = `${entries.length} parked in ${folder}, ${waiting} of them waiting. Times are those of the target's clock.`
  return [head, '', ...entries.map((entry) => entryToText(entry, now))].join('\n')
}

function entryToText({ id, label, state, outcome }: ParkedEntry, now: Date): string {
  if (label === undefined) return `  ${id}  ${words[state]}`
  const { kind, market, target } = label
  const when = state === 'waiting' ? ` ${maturity(label, now)}` : ''
  const told = outcome === undefined ? '' : `, ${outcome.result}: ${outcome.actual}`
  return `  ${kind.padEnd(16)}  ${market}  ${target}  issued ${minute(label.issuedAt)}  ${words[state]}${when}${told}`
}

function maturity({ kind, tryFrom, deadline }: Label, now: Date): string {
  if (kind === 'consent' || kind === 'consent-code')
    return `for a run that uses it, until ${minute(deadline)}`
  const seconds = (Date.parse(tryFrom) - now.getTime()) / 1000
  const span = seconds > 0 ? `in ${spanToText(seconds)}` : 'the next run tries it'
  return `until ${minute(tryFrom)} (${span})`
}

/** Writes a time to the minute, in UTC. */
export function minute(time: string): string {
  return `${time.slice(0, 16).replace('T', ' ')} UTC`
}
