import type { Makers } from '../desk.ts'

/** Handlers of specs/tax-statements.yaml that have state of their own. */
export const taxStatementsMakers: Makers = {}
