import type { Difference } from '../../../src/checks/check.ts'
import type { RequirementId } from '../../../src/requirements/index.ts'
import type { ExchangeData } from './exchange-of.ts'

/** An exchange with one fault, and the finding that it must give. */
export interface BrokenCase extends Difference {
  readonly exchange: ExchangeData
  /** Other requirements that the same fault breaks. */
  readonly also?: readonly RequirementId[]
}

/** The two proofs of one check, and where it must stay silent. */
export interface CheckCase {
  readonly requirement: RequirementId
  /** Exchanges that the check applies to and in which no check finds anything. */
  readonly kept: readonly ExchangeData[]
  readonly broken: readonly BrokenCase[]
  /** Exchanges that are no evidence for or against the requirement. */
  readonly outside?: readonly ExchangeData[]
}
