import type { TestCase, TestResult } from '@playwright/test/reporter'
import type { EndedTest, TestRecord } from '../report/record.ts'
import { recordAnnotation } from './record-annotation.ts'

const outcomes = {
  passed: 'passed',
  failed: 'failed',
  timedOut: 'failed',
  skipped: 'skipped',
  interrupted: 'interrupted',
} as const

/** Reads what a test left for the verdict from the result that Playwright reports. */
export function endedTest(test: TestCase, result: TestResult): EndedTest {
  const carried = result.annotations.find(({ type }) => type === recordAnnotation)?.description
  const error = result.errors[0]?.message?.split('\n')[0]
  const ended = {
    title: test.titlePath().slice(3).join(' › '),
    file: test.location.file,
    outcome: outcomes[result.status],
    ...(error === undefined ? {} : { error }),
    record: carried === undefined ? undefined : (JSON.parse(carried) as TestRecord),
  }
  return asDisturbed(ended, result.errors[0]?.message ?? '')
}

/** A test that a disturbance cut off has seen nothing: that is no finding, and no pass. */
function asDisturbed(ended: EndedTest, error: string): EndedTest {
  const last = ended.record?.disturbances?.at(-1)
  const isCutOff = ended.outcome === 'failed' && last?.again === false && error.includes(last.what)
  if (!isCutOff || ended.record === undefined) return ended
  const { error: _, ...kept } = ended
  return { ...kept, outcome: 'skipped', record: { ...ended.record, notObserved: `disturbed: ${last.what}` } }
}
