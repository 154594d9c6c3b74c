import { findOperation } from '../contract/match.ts'
import type { Contract } from '../contract/types.ts'
import type { Validators } from '../contract/validators.ts'
import { type Exchange, jsonOf } from '../http/exchange.ts'
import type { RequirementId } from '../requirements/index.ts'
import type { Check, Finding, Subject } from './check.ts'
import { checks } from './index.ts'

/** What the checks said about one exchange. */
export interface Judgement {
  /** Every requirement that the exchange gave evidence for, kept or broken. */
  readonly judged: readonly RequirementId[]
  readonly findings: readonly Finding[]
}

/** Puts an exchange beside what the documents say about it. */
export function subjectOf(exchange: Exchange, contract: Contract, validators: Validators): Subject {
  const { base, request, market } = exchange
  const operation = findOperation(contract, request.method, { base, path: request.path, market })
  return { exchange, json: jsonOf(exchange.response), operation, contract, validators }
}

/** Runs every check that applies to an exchange. */
export function judge(subject: Subject, list: readonly Check[] = checks): Judgement {
  const applying = list.filter((check) => check.appliesTo(subject))
  return {
    judged: applying.map(({ requirement }) => requirement),
    findings: applying.flatMap((check) =>
      check.find(subject).map((difference) => ({ requirement: check.requirement, ...difference })),
    ),
  }
}
