import type { Makers } from '../desk.ts'

/** Handlers of specs/loans.yaml that have state of their own. */
export const loansMakers: Makers = {}
