/** The closed set of reasons why the suite itself could not work. */
export type ErrorCode =
  | 'setting-missing'
  | 'setting-invalid'
  | 'setting-file-unreadable'
  | 'spec-unreadable'
  | 'spec-invalid'
  | 'schema-missing'
  | 'host-not-found'
  | 'port-closed'
  | 'tls-untrusted'
  | 'tls-failed'
  | 'connection-cut'
  | 'timed-out'
  | 'disturbed'
  | 'not-an-api'
  | 'credentials-refused'
  | 'market-refused'
  | 'scope-refused'
  | 'redirect-refused'
  | 'customer-refused'
  | 'consent-refused'
  | 'browser-missing'
  | 'quota-used-up'
  | 'proxy-in-the-way'
  | 'clock-wrong'
  | 'port-in-use'
  | 'recording-unreadable'
  | 'bug'

/** The base of every error that the suite throws on purpose; the message names the thing at fault. */
export class SuiteError extends Error {
  readonly code: ErrorCode
  /** One sentence that says what the reader can do about it. */
  readonly fix: string | undefined

  constructor(code: ErrorCode, message: string, options: { fix?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = new.target.name
    this.code = code
    this.fix = options.fix
  }
}

/** A setting is missing or wrong: the person running the suite must act. */
export class SettingsError extends SuiteError {}

/** A contract document is unreadable or contradicts itself: whoever wrote the document must act. */
export class SpecError extends SuiteError {}

/** The target or the network did not answer as a server would: the target's owner must act. */
export class TransportError extends SuiteError {}

/** A recording of traffic cannot be read: whoever recorded or named it must act. */
export class RecordingError extends SuiteError {}

/** The suite contradicts itself: its authors must act. */
export class SuiteBug extends SuiteError {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super('bug', message, options)
  }
}

/** Renders an error as the one or two lines that a person reads first. */
export function describeError(error: unknown): string {
  if (!(error instanceof SuiteError)) return String(error instanceof Error ? error.message : error)
  return error.fix === undefined ? error.message : `${error.message}\n  fix: ${error.fix}`
}
