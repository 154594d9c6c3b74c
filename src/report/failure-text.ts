import { describeError, SuiteBug, SuiteError } from '../errors.ts'

/** Renders what kept a command from working: one line of cause and one fix, or a bug report with its stack. */
export function failureToText(error: unknown): string {
  if (error instanceof SuiteError && !(error instanceof SuiteBug)) return describeError(error)
  const stack = error instanceof Error ? error.stack : undefined
  return [`This is a bug in the suite: ${describeError(error)}`, stack ?? ''].join('\n').trimEnd()
}
