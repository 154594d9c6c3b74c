import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { type DeviationId, deviations } from '../../src/deviations/index.ts'
import { shownDeviations, unexplained } from '../../src/report/audit-entry.ts'
import { AuditTally } from '../../src/report/audit-tally.ts'
import { requirementOf } from '../../src/requirements/index.ts'
import { audited, auditedContent, harEntryOf, harOf, judgedEntry, samples } from './recordings/index.ts'
import { sampleNamed } from './recordings/changed.ts'
import { type Recorded, sandboxBase } from './recordings/recorded.ts'
import { root } from './run-script.ts'

const everywhere: DeviationId = 'hsts-not-sent'

for (const { recorded, shows } of samples) {
  test(`${recorded.id}: a sample of the bank's sandbox shows exactly its deviations`, async () => {
    const [entry] = await auditedContent(JSON.stringify(recorded))
    const judged = judgedEntry(entry)
    expect(judged).toMatchObject({ name: recorded.id, status: recorded.response.status, notes: [] })
    expect(unexplained(judged)).toEqual([])
    expect(shownDeviations(judged).sort()).toEqual([everywhere, ...shows].sort())
  })
}

test('as entries of a HAR file the samples show the same', async () => {
  const entries = await auditedContent(harOf(samples.map(({ recorded }) => harEntryOf(recorded))))
  expect(entries.map((entry) => shownDeviations(judgedEntry(entry)).sort())).toEqual(
    samples.map(({ shows }) => [everywhere, ...shows].sort()),
  )
})

test('every deviation that a recording can show is shown by a sample', () => {
  const shown = new Set<string>([everywhere, ...samples.flatMap(({ shows }) => shows)])
  const missing = deviations.filter(({ id, occurs }) => occurs !== 'asked' && !shown.has(id))
  expect(missing.map(({ id }) => id)).toEqual([])
})

test('every deviation says what, where and since when, and breaks requirements that exist', () => {
  for (const { what, evidence, since, findings } of deviations) {
    expect(what).toMatch(/^[A-Z].*\.$/)
    expect(evidence).toMatch(/^[A-Z].*\.$/)
    expect(since).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(findings.map(({ requirement }) => requirementOf(requirement).excluded)).not.toContain('')
  }
})

test.describe('a deviation', () => {
  const recorded = sampleNamed('transfer-made')
  const elsewhere = JSON.stringify(recorded).replaceAll('sandbox.apihub.citi.com', 'api.bank.example')

  test('counts on the hosts on which it was seen, and is a finding elsewhere', async () => {
    const judged = judgedEntry((await auditedContent(elsewhere))[0])
    expect(shownDeviations(judged)).toEqual([])
    expect(unexplained(judged).map(({ requirement }) => requirement)).toContain('shape.body.documented')
  })

  test('counts everywhere, or nowhere, when the audit is told so', async () => {
    const observed = judgedEntry((await auditedContent(elsewhere, { personality: 'observed' }))[0])
    expect(unexplained(observed)).toEqual([])
    const documented = await auditedContent(JSON.stringify(recorded), { personality: 'documented' })
    expect(shownDeviations(judgedEntry(documented[0]))).toEqual([])
  })

  test('explains nothing but what was seen: another value at its place is a finding', async () => {
    const text = JSON.stringify(recorded).replaceAll('SourceAccount', 'sourceaccount')
    const judged = judgedEntry((await auditedContent(text))[0])
    expect(unexplained(judged).map(({ at }) => at)).toEqual(['/sourceaccount'])
  })

  test('that no exchange showed although one was made is told as gone', async () => {
    const tally = new AuditTally(false)
    const text = JSON.stringify(recorded)
      .replaceAll('SourceAccount', 'sourceAccount')
      .replaceAll('DestinationAccount', 'destinationAccount')
    for (const entry of await auditedContent(text)) tally.add(entry)
    expect(tally.gone.map(({ id }) => id)).toEqual(['transfer-confirmation-capitals'])
  })
})

/** Recorded traffic of the bank's sandbox lies beside the project, not in it. */
const captures = path.join(root, '..', 'shared', 'citi', 'captures')

test.describe('recorded traffic of the sandbox', () => {
  test.skip(!existsSync(captures), 'the recordings, ../shared/citi/captures, are not beside this copy')

  test('holds nothing but observed deviations', async () => {
    const files = readdirSync(captures).filter((file) => file.endsWith('.json'))
    const entries = await audited(files.map((file) => path.join(captures, file)))
    const told = entries.map(judgedEntry)
    expect(told.flatMap(unexplained)).toEqual([])
    expect(told.filter(({ operation, notes }) => operation === undefined || notes.length > 0)).toEqual([])
    expect(told.length).toBeGreaterThan(30)
  })
})

test('a recording without market is judged by the operation that it fits best', async () => {
  const text = JSON.stringify(sampleNamed('plans'))
  const [entry] = await auditedContent(text.replace('"market":"SG",', ''))
  expect(judgedEntry(entry)).toMatchObject({ operation: 'getCardTokenPlan', market: undefined })
})

test('a token tells the market of the calls that present it', async () => {
  const token = sampleNamed('card-token')
  const { market: _, ...plans } = sampleNamed('plans')
  const entries = await auditedContent(harOf([harEntryOf(token), harEntryOf(plans as Recorded)]))
  expect(entries.map((entry) => judgedEntry(entry).market)).toEqual(['sg', 'sg'])
})

test.describe('the base address', () => {
  const bases: Readonly<Record<string, string>> = {
    'of the sandbox': 'https://sandbox.apihub.citi.com/gcb/api',
    'of its twin': 'https://qa.sandbox.apihub.citi.com/gcb/gp/api',
    'of clients that double the slash': 'https://sandbox.apihub.citi.com/gcb//api/',
    'of the region': 'https://aspac.sandbox.api.citi.com/gcbap/api',
    'of a gateway in between': 'https://proxy.example:8443/banks/citi/apis',
    'of the host alone': 'http://localhost:8080',
  }
  for (const [what, base] of Object.entries(bases)) {
    test(`${what} is recognised`, async () => {
      const text = JSON.stringify(sampleNamed('accounts')).replace(sandboxBase, base)
      const [entry] = await auditedContent(text)
      expect(judgedEntry(entry)).toMatchObject({ operation: 'listAccounts', path: '/v1/accounts' })
    })
  }

  test('of somebody else sets an exchange aside', async () => {
    const text = JSON.stringify(sampleNamed('accounts')).replace(/https:[^"]*/, 'https://cdn.example/app.js')
    expect(await auditedContent(text)).toMatchObject([
      { outcome: 'set-aside', why: 'no document knows the address (cdn.example)' },
    ])
  })

  test('with another method is judged as an address that the documents know', async () => {
    const text = JSON.stringify(sampleNamed('accounts')).replace('"method":"GET"', '"method":"DELETE"')
    expect(judgedEntry((await auditedContent(text))[0])).toMatchObject({
      operation: undefined,
      path: '/v1/accounts',
    })
  })
})
