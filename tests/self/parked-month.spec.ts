import { expect, test as base } from '@playwright/test'
import { type NightlyTarget, startNightly } from './parked-nights.ts'

const test = base.extend<{ nightly: NightlyTarget }>({
  nightly: async ({ browserName: _ }, use, { outputDir }) => {
    const nightly = await startNightly(outputDir)
    await use(nightly)
    await nightly.target.sandbox.close()
  },
})

// Each test runs the suite several times, and a busy machine takes its time.
test.describe.configure({ timeout: 600_000 })

const [code, access, twoLegged, refresh] = [
  'expiry.code.120s',
  'expiry.access-token.30min',
  'expiry.access-token.two-legged',
  'expiry.refresh-token.30-days',
] as const

test('a month of nightly runs proves 120 seconds, 30 minutes and 30 days', async ({ nightly }) => {
  const { control } = nightly.target.sandbox
  const first = await nightly.night()
  expect(first[code]).toMatchObject({
    status: 'not-observed',
    reason: expect.stringContaining('parked until'),
  })
  expect(first[refresh]).toMatchObject({
    status: 'not-observed',
    reason: expect.stringContaining('parked until'),
  })
  await control.advance({ days: 1 })
  const second = await nightly.night()
  expect(second).toMatchObject({
    [code]: { status: 'passed' },
    [access]: { status: 'passed' },
    [twoLegged]: { status: 'passed' },
    [refresh]: { status: 'not-observed' },
  })
  // bench/parked.ts runs every night in between.
  // A minute more than 29 days: an age is told by two clocks, to the second.
  await control.advance({ days: 28, minutes: 1 })
  expect((await nightly.night())[refresh]).toMatchObject({ status: 'passed' })
  await control.advance({ days: 2, minutes: 1 })
  expect((await nightly.night())[refresh]).toMatchObject({ status: 'passed' })
})

test('a token that lives too long is found by the next run', async ({ nightly }) => {
  const { control } = nightly.target.sandbox
  await control.switchOn(['access-token-never-expires'])
  await nightly.night()
  await control.advance({ days: 1 })
  const rows = await nightly.night()
  expect(rows[access]).toMatchObject({
    status: 'failed',
    findings: [{ expected: 'refused 1 day after its issue', actual: 'alive 1 day after its issue' }],
  })
  expect(rows[code]).toMatchObject({ status: 'passed' })
})

test('a target whose clock was set back is not tried, and a run says why', async ({ nightly }) => {
  const { control } = nightly.target.sandbox
  await control.advance({ days: 3 })
  await nightly.night()
  await control.reset()
  const rows = await nightly.night()
  expect(rows[code]).toMatchObject({
    status: 'not-observed',
    reason: expect.stringContaining('the clock of the target was set back'),
  })
})

test('a refresh token that lives a week is found, since a younger one still lives', async ({ nightly }) => {
  const { control } = nightly.target.sandbox
  await control.switchOn(['refresh-token-lives-a-week'])
  await nightly.night()
  await control.advance({ days: 27 })
  await nightly.night()
  await control.advance({ days: 2, minutes: 1 })
  expect((await nightly.night())[refresh]).toMatchObject({
    status: 'failed',
    findings: [
      {
        expected: 'alive 29 days after its issue',
        actual: 'refused (400 invalid_grant) 29 days after its issue',
      },
    ],
  })
})
