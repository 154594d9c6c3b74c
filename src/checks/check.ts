import type { Contract, Operation } from '../contract/types.ts'
import type { Validators } from '../contract/validators.ts'
import type { Exchange } from '../http/exchange.ts'
import type { RequirementId } from '../requirements/index.ts'

/** A difference between a promise and what came; data, never an exception. */
export interface Finding {
  readonly requirement: RequirementId
  /** JSON pointer into the body, or `header Name`, or `status`. */
  readonly at: string
  readonly expected: string
  readonly actual: string
}

/** One exchange with what the documents say about it. */
export interface Subject {
  readonly exchange: Exchange
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown
  /** The operation that the address and method belong to; undefined when no document offers it. */
  readonly operation: Operation | undefined
  readonly contract: Contract
  readonly validators: Validators
}

/** A finding without its requirement, which the check already names. */
export type Difference = Omit<Finding, 'requirement'>

/** One rule: what it belongs to, what it applies to, what it finds. Pure: no network, clock or environment. */
export interface Check {
  readonly requirement: RequirementId
  appliesTo(subject: Subject): boolean
  find(subject: Subject): Difference[]
}
