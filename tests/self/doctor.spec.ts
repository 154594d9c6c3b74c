import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { examine } from '../../src/doctor/examine.ts'
import { diagnoses } from '../../src/doctor/list.ts'
import { Patient } from '../../src/doctor/patient.ts'
import { reportPaths } from '../../src/report/paths.ts'
import type { Verdict } from '../../src/report/verdict.ts'
import { faultsOfAnswers, faultsOfSettings, faultsOfTheWay } from './doctor-faults.ts'
import { consult, type Env, stopOf } from './doctor-ground.ts'
import { test as base } from './local-server.ts'
import { playwright, runScript, tsx } from './run-script.ts'
import { type SandboxTarget, startTarget } from './sandbox-target.ts'

const test = base.extend<{ folder: string; settings: Env }, { shared: SandboxTarget }>({
  shared: [
    async ({ browserName: _ }, use, { project, workerIndex }) => {
      const folder = path.join(project.outputDir, `doctor-${workerIndex}`)
      mkdirSync(folder, { recursive: true })
      const target = await startTarget(folder)
      await use(target)
      await target.sandbox.close()
    },
    { scope: 'worker' },
  ],
  folder: async ({ browserName: _ }, use, testInfo) => {
    mkdirSync(testInfo.outputDir, { recursive: true })
    await use(testInfo.outputDir)
  },
  settings: ({ shared }, use) => use(shared.settings),
})

for (const [area, faults] of Object.entries({ faultsOfSettings, faultsOfTheWay, faultsOfAnswers }))
  test.describe(area, () => {
    for (const [title, { seed, says, run = 'is stopped' }] of Object.entries(faults))
      test(`${title}: the first line says so in under five seconds, and a run ${run}`, async ({
        settings,
        servers,
        folder,
      }) => {
        const env = { ...settings, ...(await seed({ settings, servers, folder })) }
        const { firstLine, took, text } = await consult(env)
        expect(firstLine).toContain(says)
        expect(took).toBeLessThan(5000)
        expect(text).not.toMatch(/canary|t0ken/)
        expect((await stopOf(env)) === undefined ? 'works' : 'is stopped').toBe(run)
      })
  })

test('a name in .env that no setting has: the first line says so', async ({ settings, folder }) => {
  writeFileSync(path.join(folder, '.env'), 'CITI_MARKETS=sg\n')
  const { answer } = await examine(new Patient({ env: settings, folder }))
  expect(answer?.message).toBe('.env sets CITI_MARKETS, which is no setting of this suite')
})

test('what comes after the first bad diagnosis is not judged', async ({ settings }) => {
  const patient = new Patient({ env: { ...settings, CITI_CUSTOMER: 'nobody' } })
  const { lines } = await examine(patient)
  await patient.close()
  const bad = lines.findIndex(({ state }) => state === 'bad')
  expect(lines).toHaveLength(diagnoses.length)
  expect(lines[bad]?.title).toBe('test customer')
  expect(new Set(lines.slice(0, bad).map(({ state }) => state))).toEqual(new Set(['good']))
  expect(new Set(lines.slice(bad + 1).map(({ state }) => state))).toEqual(new Set(['not judged']))
})

test.describe('npm run doctor', () => {
  test('finds nothing in a set-up that works: exit 0', async ({ settings }) => {
    const { code, output } = await runScript([tsx, 'src/commands/doctor.ts'], settings)
    expect(output).toMatch(/^(Nothing stands in the way of a run\.|A run works; .*\(browser\)\.)\n/)
    expect(code).toBe(0)
  })

  test('needs no settings for the embedded sandbox: exit 0', async () => {
    const { code, output } = await runScript([tsx, 'src/commands/doctor.ts'])
    expect(output).toContain('the embedded sandbox needs none')
    expect(code).toBe(0)
  })

  test('says the first thing wrong and its fix: exit 2', async ({ settings }) => {
    const { code, output } = await runScript([tsx, 'src/commands/doctor.ts'], {
      ...settings,
      CITI_CLIENT_ID: 'nobody',
    })
    expect(output).toMatch(
      /^CITI_BASE_URL \S+: refuses CITI_CLIENT_ID and CITI_CLIENT_SECRET \(401 invalid_client\)\n {2}fix: copy both/,
    )
    expect(code).toBe(2)
  })
})

test('a clock an hour apart: a run works, and blames no requirement for it', async ({ shared, folder }) => {
  await shared.sandbox.control.advance({ hours: 1 })
  const settings = { ...shared.settings, CITI_CONTROL_URL: '', CITI_REPORTS: folder }
  const { code } = await runScript([playwright, 'test', 'tests/token-flows/code.spec.ts'], settings)
  await shared.sandbox.control.reset()
  const { requirements } = JSON.parse(readFileSync(reportPaths(folder).verdict, 'utf8')) as Verdict
  expect(requirements.filter(({ status }) => status === 'failed')).toEqual([])
  expect(code).toBe(0)
})
