import { readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { newParkedKey, readParkedKey } from '../../src/parked/key.ts'
import { kindsOfParked } from '../../src/parked/kinds.ts'
import { ParkedLot } from '../../src/parked/lot.ts'
import { judgeTry, type Outcome, type Try } from '../../src/parked/outcome.ts'
import { ParkedStore } from '../../src/parked/store.ts'
import { parkedToText } from '../../src/parked/text.ts'
import { killWriters } from './parked-kills.ts'
import { runScript, tsx } from './run-script.ts'
import { after, codeLabel, issuedAt, openStore } from './parked-ground.ts'

const secret = 'canary-5ecret-c0de'
const kept: Outcome = { result: 'kept', about: 'after', expected: 'refused', actual: 'refused' }
const refresh = kindsOfParked.find(({ kind }) => kind === 'refresh-token')!
const place = { target: codeLabel.target, clientId: codeLabel.clientId, market: codeLabel.market }
const day = 86_400

function stateOf(store: ParkedStore): string {
  return store
    .list()
    .map(({ state }) => state)
    .join()
}

function fileIn(folder: string, ending: string): string {
  return path.join(
    folder,
    readdirSync(folder).find((file) => file.endsWith(ending))!,
  )
}

test.describe('a parked token', () => {
  test('is listed, claimed once, and gone when it is tidied away', ({}, { outputDir }) => {
    const store = openStore(outputDir)
    const { id } = store.park(codeLabel, secret)
    expect(stateOf(store)).toBe('waiting')
    expect(store.claim(id)).toBe(secret)
    expect(store.claim(id)).toBeUndefined()
    store.settle(id, kept)
    expect(stateOf(store)).toBe('tried')
    expect(store.tidy()).toBe(1)
    expect(readdirSync(outputDir)).toEqual([])
  })

  test('is nowhere readable, and its key neither', ({}, { outputDir }) => {
    const key = newParkedKey()
    openStore(outputDir, key).park(codeLabel, secret)
    const text = readFileSync(fileIn(outputDir, '.token'), 'utf8')
    expect(text).not.toContain(secret)
    expect(text).not.toContain(key)
  })

  test('goes to one of two runs at once', async ({}, { outputDir }) => {
    const key = newParkedKey()
    const { id } = openStore(outputDir, key).park(codeLabel, secret)
    const script = `
      import { openStore } from ${JSON.stringify(path.join(import.meta.dirname, 'parked-ground.ts'))}
      process.stdout.write(String(openStore(${JSON.stringify(outputDir)}, ${JSON.stringify(key)}).claim(${JSON.stringify(id)})))`
    const runs = await Promise.all(
      Array.from({ length: 4 }, () => runScript([tsx, '--input-type=module', '--eval', script])),
    )
    expect(runs.map(({ output }) => output).sort()).toEqual([secret, 'undefined', 'undefined', 'undefined'])
  })

  test('that a run began to try and never settled is not tried again, and says so', ({}, { outputDir }) => {
    const store = openStore(outputDir)
    const { id } = store.park(codeLabel, secret)
    store.claim(id)
    expect(stateOf(store)).toBe('claimed')
    expect(store.claim(id)).toBeUndefined()
    expect(parkedToText(store.list(), outputDir, issuedAt)).toContain('a run that tried it broke off')
    expect(store.tidy()).toBe(0)
  })

  test('whose claim or outcome was cut is not tried again', ({}, { outputDir }) => {
    const store = openStore(outputDir)
    const { id } = store.park(codeLabel, secret)
    store.claim(id)
    store.settle(id, kept)
    truncateSync(fileIn(outputDir, '.claim'))
    truncateSync(fileIn(outputDir, '.outcome'), 5)
    expect(stateOf(store)).toBe('claimed')
    expect(store.claim(id)).toBeUndefined()
  })
})

test.describe('a store that is not as it was left', () => {
  const changes: Record<string, [(file: string) => void, string]> = {
    'a file cut in the middle': [(file) => truncateSync(file, 100), 'damaged'],
    'an empty file': [(file) => truncateSync(file), 'damaged'],
    'a file without its last byte': [(file) => truncateSync(file, readFileSync(file).length - 1), 'damaged'],
    'a deadline moved to an earlier time': [
      (file) => writeFileSync(file, readFileSync(file, 'utf8').replaceAll('09:02', '09:01')),
      'altered',
    ],
    'another secret': [
      (file) => writeFileSync(file, readFileSync(file, 'utf8').replace(/"sealed":"./, '"sealed":"_')),
      'altered',
    ],
    'a tag cut short': [
      (file) => writeFileSync(file, readFileSync(file, 'utf8').replace(/"tag":"[^"]*"/, '"tag":"AAAA"')),
      'altered',
    ],
  }
  for (const [title, [change, state]] of Object.entries(changes))
    test(`${title} is ${state}: never tried, never dropped, and told`, ({}, { outputDir }) => {
      const store = openStore(outputDir)
      const { id } = store.park(codeLabel, secret)
      change(fileIn(outputDir, '.token'))
      expect(stateOf(store)).toBe(state)
      expect(store.claim(id)).toBeUndefined()
      expect(store.tidy()).toBe(0)
      expect(parkedToText(store.list(), outputDir, issuedAt)).toContain('it is never tried, remove it')
    })

  test('a lost key or another one leaves everything sealed, and the right one opens it', ({}, {
    outputDir,
  }) => {
    const key = newParkedKey()
    const { id } = openStore(outputDir, key).park(codeLabel, secret)
    expect(stateOf(new ParkedStore(outputDir, undefined))).toBe('no key')
    expect(stateOf(openStore(outputDir))).toBe('other key')
    expect(openStore(outputDir).claim(id)).toBeUndefined()
    expect(openStore(outputDir, key).claim(id)).toBe(secret)
  })

  test('a write that was broken off is told apart, and tidied away', ({}, { outputDir }) => {
    const store = openStore(outputDir)
    store.park(codeLabel, secret)
    const file = fileIn(outputDir, '.token')
    renameSync(file, `${file}.1234.part`)
    expect(stateOf(store)).toBe('unfinished')
    expect(store.tidy()).toBe(1)
    expect(stateOf(store)).toBe('')
  })
})

test('a key is 32 bytes in base64, and a wrong one is never shown', () => {
  expect(readParkedKey(newParkedKey()).name).toHaveLength(12)
  for (const wrong of ['canary', `${newParkedKey()}AAAA`, 'not base64 of 32 bytes at all, not even nearly!!'])
    expect(() => readParkedKey(wrong)).toThrow(
      expect.objectContaining({ message: 'CITI_PARKED_KEY is no key of 32 bytes in base64' }),
    )
})

test.describe('a try', () => {
  const cases: Record<string, [Try, Outcome['result'], string]> = {
    'refused after the deadline': [
      { alive: false, answer: '400', at: after(130) },
      'kept',
      'refused 130 seconds after its issue',
    ],
    'alive after the deadline': [
      { alive: true, answer: '200', at: after(130) },
      'broken',
      'alive 130 seconds after its issue',
    ],
    'alive before the deadline': [
      { alive: true, answer: '200', at: after(60) },
      'kept',
      'alive 60 seconds after its issue',
    ],
    'refused before the deadline': [
      { alive: false, answer: '400', at: after(60) },
      'broken',
      'refused (400) 60 seconds after its issue',
    ],
    'in the very second of the deadline': [{ alive: true, answer: '200', at: after(121) }, 'unclear', '200'],
    'before the issue': [{ alive: false, answer: '400', at: after(-3600) }, 'unclear', '400'],
    'answered with neither': [{ alive: undefined, answer: '503', at: after(130) }, 'unclear', '503'],
    'without Date header': [{ alive: false, answer: '400', at: undefined }, 'unclear', 'no Date header'],
  }
  for (const [title, [seen, result, words]] of Object.entries(cases))
    test(`${title} is ${result}`, () => {
      const outcome = judgeTry({ id: 'one', ...codeLabel }, seen)
      expect(outcome.result).toBe(result)
      expect(outcome.actual).toContain(words)
    })
})

test.describe('a lot', () => {
  const alive = (seconds: number) => () => Promise.resolve({ alive: true, answer: '200', at: after(seconds) })
  const refused = (seconds: number) => () =>
    Promise.resolve({ alive: false, answer: '400 invalid_grant', at: after(seconds) })

  function openLot(folder: string): ParkedLot {
    const lot = new ParkedLot(openStore(folder), place)
    for (const night of [0, 1, 2]) lot.park(refresh, { secret, issuedAt: new Date(after(night * day)) })
    return lot
  }

  test('tries one refresh token while it must live, the others when it must not', ({}, { outputDir }) => {
    const lot = openLot(outputDir)
    const dueOn = (days: number) => lot.due(refresh, new Date(after(days * day + 60))).length
    expect([28, 29, 30, 31, 32].map(dueOn)).toEqual([0, 1, 1, 2, 3])
  })

  test('says until when it waits', ({}, { outputDir }) => {
    const lot = openLot(outputDir)
    expect(lot.tell(refresh, 'before', [])).toBe('parked until 2026-03-31 09:00 UTC')
    expect(lot.tell(refresh, 'after', [])).toBe('parked until 2026-04-02 09:00 UTC')
  })

  test('takes a refusal for an end of life only when one was seen alive', async ({}, { outputDir }) => {
    const lot = openLot(outputDir)
    const [first, second] = lot.waiting(refresh)
    const early = await lot.try(first!, alive(29 * day))
    expect(lot.tell(refresh, 'before', [early!])).toMatchObject({ actual: 'alive 29 days after its issue' })
    const late = await lot.try(second!, refused(31.5 * day))
    expect(lot.tell(refresh, 'after', [late!])).toMatchObject({ actual: 'refused 31 days after its issue' })
  })

  test('takes no refusal for an end of life when later consents may have ended it', async ({}, {
    outputDir,
  }) => {
    const lot = openLot(outputDir)
    const [first, second] = lot.waiting(refresh)
    const early = await lot.try(first!, refused(29 * day))
    expect(lot.tell(refresh, 'before', [early!])).toContain('unclear: refused')
    expect(lot.waiting(refresh)).toHaveLength(1)
    const late = await lot.try(second!, refused(31.5 * day))
    expect(lot.tell(refresh, 'after', [late!])).toContain('none was seen alive')
  })

  test('calls a life too short when a younger one lives', async ({}, { outputDir }) => {
    const lot = openLot(outputDir)
    const present = (answers: Try[]) => () => Promise.resolve(answers.shift()!)
    const answers = [await refused(29 * day)(), await alive(29 * day)()]
    const outcome = await lot.try(lot.waiting(refresh)[0]!, present(answers))
    expect(lot.tell(refresh, 'before', [outcome!])).toEqual({
      expected: 'alive 29 days after its issue',
      actual: 'refused (400 invalid_grant) 29 days after its issue',
    })
  })

  test('tries nothing while the clock of the target stands before an issue', ({}, { outputDir }) => {
    const lot = openLot(outputDir)
    expect(lot.findEarlierClock(new Date(after(2 * day)))).toBeUndefined()
    expect(lot.findEarlierClock(new Date(after(day)))).toContain('the clock of the target was set back')
  })
})

test.describe('npm run parked', () => {
  test('lists without a key what waits, and says what is missing', async ({}, { outputDir }) => {
    openStore(outputDir).park(codeLabel, secret)
    const { code, output } = await runScript([tsx, 'src/commands/parked.ts'], { CITI_PARKED: outputDir })
    expect(output).toContain('1 parked in')
    expect(output).toContain('sealed: set CITI_PARKED_KEY')
    expect(output).not.toContain(secret)
    expect(code).toBe(0)
  })

  test('refuses a key that is none: exit 2', async ({}, { outputDir }) => {
    rmSync(outputDir, { recursive: true, force: true })
    const settings = { CITI_PARKED: outputDir, CITI_PARKED_KEY: 'canary' }
    const { code, output } = await runScript([tsx, 'src/commands/parked.ts'], settings)
    expect(output).toContain('CITI_PARKED_KEY is no key of 32 bytes in base64\n  fix: make one with')
    expect(code).toBe(2)
  })
})

test('writers that are killed at random lose nothing', async ({}, { outputDir }) => {
  // bench/parked.ts kills many more.
  const { steps, lost, damaged } = await killWriters(outputDir, 10)
  expect(steps).toBeGreaterThan(10)
  expect({ lost, damaged }).toEqual({ lost: [], damaged: 0 })
})
