import { describeError } from '../errors.ts'
import type { Examination, ExaminedLine } from './examine.ts'

/** Writes an examination for people: first the answer with its fix, then every diagnosis with its evidence. */
export function examinationToText({ lines, answer }: Examination): string {
  const width = Math.max(...lines.map(({ title }) => title.length))
  const rows = lines.map((line) => lineToText(line, width))
  return [answer === undefined ? healthy(lines) : describeError(answer), '', ...rows].join('\n')
}

function healthy(lines: readonly ExaminedLine[]): string {
  const open = lines.filter(({ state }) => state === 'open')
  return open.length === 0
    ? 'Nothing stands in the way of a run.'
    : `A run works; it will not observe everything (${open.map(({ title }) => title).join(', ')}).`
}

function lineToText({ title, state, evidence, fix }: ExaminedLine, width: number): string {
  const row = `  ${state.padEnd(10)}  ${title.padEnd(width)}  ${evidence}`
  return fix === undefined ? row : `${row}\n${' '.repeat(width + 16)}fix: ${fix}`
}
