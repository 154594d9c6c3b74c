import type { TestInfo } from '@playwright/test'
import { link, tag } from 'allure-js-commons'
import { describeFindings } from '../report/finding-text.ts'
import { linkOf } from '../report/sources.ts'
import { requirementOf } from '../requirements/index.ts'
import { exchangesToText } from './exchange-text.ts'
import { recordAnnotation } from './record-annotation.ts'
import type { Recorder } from './recorder.ts'

/** Leaves the record of a test to the verdict and its exchanges to the report; returns the promises that were broken, in words. */
export async function leaveReport(recorder: Recorder, testInfo: TestInfo): Promise<string | undefined> {
  testInfo.annotations.push({ type: recordAnnotation, description: JSON.stringify(recorder.toRecord()) })
  if (recorder.exchanges.length > 0) {
    await testInfo.attach('exchanges', {
      body: exchangesToText(recorder.exchanges),
      contentType: 'text/plain',
    })
  }
  if (recorder.requirement !== undefined) await linkSource(recorder.requirement)
  const binding = recorder.bindingFindings
  const known = recorder.findings.filter(({ deviation }) => deviation !== undefined)
  const others = recorder.findings.filter((finding) => !binding.includes(finding) && !known.includes(finding))
  if (others.length > 0) {
    await testInfo.attach('worth a look', { body: describeFindings(others), contentType: 'text/plain' })
    await tag('worth-a-look')
  }
  if (known.length > 0) {
    await testInfo.attach('observed deviations', { body: describeFindings(known), contentType: 'text/plain' })
    await tag('deviation')
  }
  return binding.length === 0 ? undefined : describeFindings(binding)
}

async function linkSource(requirement: NonNullable<Recorder['requirement']>): Promise<void> {
  const { source } = requirementOf(requirement)
  const address = linkOf(source)
  if (address.startsWith('https://')) await link(address, source, 'source')
}
