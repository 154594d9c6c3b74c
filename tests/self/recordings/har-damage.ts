import type { Damage } from './damage.ts'
import { harEntryOf, harOf } from './index.ts'
import { changedAt, type Node } from './json-paths.ts'

/** Damages what a HAR file says of a body. */
export const harContent: Damage = ({ recorded, pick }) => {
  const text = recorded.response.bodyText ?? ''
  if (text === '') return undefined
  const entry = harEntryOf(recorded)
  const content = pick([
    undefined,
    null,
    'text',
    { size: text.length },
    { size: text.length, text: 7 },
    { size: text.length, text, encoding: 'rot13' },
    { size: text.length, text, encoding: 'base64' },
    { size: text.length, text: Buffer.from(text).toString('base64').slice(0, -8), encoding: 'base64' },
    { size: text.length, _file: 'nowhere.json' },
  ])
  const changed = changedAt(entry, ['response', 'content'], content)
  return {
    what: `HAR content ${JSON.stringify({ content }).slice(0, 60)}`,
    content: harOf([changed]),
  }
}

/** Damages a field of a HAR file. */
export const harField: Damage = ({ recorded, pick }) => {
  const entry = harEntryOf(recorded) as Node
  const place = pick([
    ['request'],
    ['response'],
    ['request', 'method'],
    ['request', 'url'],
    ['request', 'headers'],
    ['response', 'status'],
    ['response', 'headers'],
    ['response', 'headers', '0', 'name'],
    ['response', 'headers', '0', 'value'],
  ])
  const value = pick([undefined, null, 7.5, 'text', [7], {}])
  return {
    what: `HAR ${place.join('.')} became ${JSON.stringify(value)}`,
    content: harOf([changedAt(entry, place, value)]),
    harmless: place.length === 4 && value === 'text' ? 'a header may say anything' : undefined,
  }
}
