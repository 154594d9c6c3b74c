import type { Finding } from '../checks/check.ts'
import { requirementOf } from '../requirements/index.ts'
import type { RecordedFinding } from './record.ts'
import { linkOf } from './sources.ts'

/** A finding with what a reader needs besides. */
export type ToldFinding = Finding & Pick<RecordedFinding, 'repeat' | 'deviation'>

/** Renders a finding as the block that a person reads: the promise, what came instead, where it stands, how to repeat it. */
export function describeFinding(finding: ToldFinding): string {
  const { level, text, source } = requirementOf(finding.requirement)
  return [
    `${finding.requirement} (${level}): ${withoutCapital(text)}`,
    `  at        ${oneLine(finding.at)}`,
    `  expected  ${oneLine(finding.expected)}`,
    `  actual    ${oneLine(finding.actual)}`,
    `  source    ${linkOf(source)}`,
    ...(finding.repeat === undefined ? [] : [`  repeat    ${finding.repeat}`]),
    ...(finding.deviation === undefined ? [] : [`  known as  ${finding.deviation}`]),
  ].join('\n')
}

/** Renders several findings, one block each; what came more than once is told once, with how often. */
export function describeFindings(findings: readonly ToldFinding[]): string {
  const counts = new Map<string, { first: ToldFinding; count: number }>()
  for (const finding of findings) {
    const key = describeFinding({ ...finding, repeat: '' })
    const { first, count } = counts.get(key) ?? { first: finding, count: 0 }
    counts.set(key, { first, count: count + 1 })
  }
  return [...counts.values()]
    .map(({ first, count }) => describeFinding(first) + (count > 1 ? `\n  seen      ${count} times` : ''))
    .join('\n\n')
}

const names = ['Basic', 'Bearer', 'Citi']

/** Lets a sentence follow a colon: a plain first word loses its capital, a name or an acronym keeps it. */
export function withoutCapital(sentence: string): string {
  const [first = ''] = sentence.split(' ')
  if (!/^[A-Z][a-z]*(-[a-z]+)*$/.test(first) || names.includes(first)) return sentence
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ')
}
