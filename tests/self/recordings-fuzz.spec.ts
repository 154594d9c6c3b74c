import { expect, test } from '@playwright/test'
import { operationById } from '../../src/contract/match.ts'
import type { Operation } from '../../src/contract/types.ts'
import { schemaPath } from '../../src/contract/derive.ts'
import type { AuditedEntry } from '../../src/report/audit-entry.ts'
import { contract } from '../../src/testing/contract.ts'
import { randomFrom } from './checks/fuzz.ts'
import { damages } from './recordings/damage.ts'
import { auditedContent, judgedEntry, samples } from './recordings/index.ts'
import { readSchema } from './recordings/schema-oracle.ts'
import type { Recorded } from './recordings/recorded.ts'

/** What an audit says of a recording, in one text. */
function sayingOf(entries: readonly AuditedEntry[]): string {
  return JSON.stringify(
    entries.map((entry) =>
      entry.outcome === 'judged'
        ? [
            entry.operation,
            entry.notes,
            entry.findings.map(({ requirement, at, actual, deviation }) => [
              requirement,
              at,
              actual,
              deviation,
            ]),
          ]
        : [entry.outcome, entry.why],
    ),
  )
}

/** A sample with what is known of it before it is damaged. */
interface Ground {
  readonly recorded: Recorded
  readonly saying: string
  readonly schema: ReturnType<typeof readSchema>
  readonly promised: ReadonlySet<string>
  readonly documented: readonly number[]
}

async function groundOf(recorded: Recorded): Promise<Ground> {
  const entries = await auditedContent(JSON.stringify(recorded))
  const operation = operationById(contract, judgedEntry(entries[0]).operation ?? '')!
  return {
    recorded,
    saying: sayingOf(entries),
    schema: readSchema(schemaPath(operation, recorded.response.status)),
    promised: promisedHeaders(operation, recorded),
    documented: operation.responses.map(({ status }) => status),
  }
}

/** Headers that some promise speaks of, in lower case. */
function promisedHeaders(operation: Operation, { response }: Recorded): ReadonlySet<string> {
  const { status, body } = response
  const documented = operation.responses.find((one) => one.status === status)?.headers ?? []
  const isKept =
    operation.grant === 'authorization_code' || /\/(accounts|customers)(\/|$)/.test(operation.path)
  const holdsTokens = /oauth2\/(token|refresh)/.test(operation.path)
  const names = [
    'date',
    'www-authenticate',
    ...(body === null ? [] : ['content-type']),
    ...(status === 200 && body !== null && (isKept || holdsTokens) ? ['cache-control'] : []),
    ...documented.flatMap(({ name, required }) => (required ? name : [])),
  ]
  return new Set(names.map((name) => name.toLowerCase()))
}

test('of 10,000 damaged recordings none breaks the audit, and each damage is found or explained', async () => {
  test.setTimeout(300_000)
  const random = randomFrom(20_260_707)
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item
  const grounds = await Promise.all(samples.map(({ recorded }) => groundOf(recorded)))
  const silent: string[] = []
  const counts = { found: 0, explained: 0, harmless: 0 }
  let made = 0
  while (made < 10_000) {
    const ground = pick(grounds)
    const damaged = pick(damages)({ ...ground, pick })
    if (damaged === undefined) continue
    made += 1
    const entries = await auditedContent(damaged.content)
    const [entry] = entries
    if (sayingOf(entries) === ground.saying) {
      if (damaged.harmless === undefined) silent.push(`${ground.recorded.id}: ${damaged.what}`)
      counts.harmless += 1
    } else if (entry?.outcome === 'judged' && entries.length === 1 && entry.notes.length === 0)
      counts.found += 1
    else counts.explained += 1
  }
  expect([...new Set(silent)]).toEqual([])
  expect(counts.found).toBeGreaterThan(2000)
  expect(counts.explained).toBeGreaterThan(3000)
})
