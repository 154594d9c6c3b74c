import type { Contract, JsonSchema, Operation } from '../contract/types.ts'
import { declaredFields } from './declared-fields.ts'

/** What a run saw of one operation. */
export interface SeenOperation {
  /** How often each status came because of what the call said. */
  readonly provoked: Readonly<Record<string, number>>
  /** How often each status came because the control plane had decided it. */
  readonly decided: Readonly<Record<string, number>>
  /** Fields of successful bodies, as pointers in which a star stands for every item of a list. */
  readonly fields: readonly string[]
}

/** What a run saw, by operationId. */
export type SeenOperations = Readonly<Record<string, SeenOperation>>

/** Whether a documented status came, and how. */
export type StatusCoverage = 'provoked' | 'decided' | 'unseen'

/** What a run showed of one operation, against what its document declares. */
export interface OperationCoverage {
  readonly operation: Operation
  readonly statuses: readonly { readonly status: number; readonly coverage: StatusCoverage }[]
  /** Declared fields of successful bodies that never came. */
  readonly unseenFields: readonly string[]
  readonly declaredFields: number
}

/** Puts what a run saw beside what the documents declare. */
export function buildCoverage(
  { operations }: Contract,
  seen: SeenOperations,
  schemaOf: (operation: Operation, status: number) => JsonSchema,
): OperationCoverage[] {
  return operations.map((operation) => {
    const own = seen[operation.id] ?? { provoked: {}, decided: {}, fields: [] }
    const declared = declaredOf(operation, schemaOf)
    const came = new Set(own.fields)
    return {
      operation,
      statuses: operation.responses.map(({ status }) => ({ status, coverage: coverageOf(own, status) })),
      unseenFields: declared.filter((field) => !came.has(field)),
      declaredFields: declared.length,
    }
  })
}

function coverageOf({ provoked, decided }: SeenOperation, status: number): StatusCoverage {
  if (provoked[status] !== undefined) return 'provoked'
  return decided[status] === undefined ? 'unseen' : 'decided'
}

function declaredOf(
  operation: Operation,
  schemaOf: (operation: Operation, status: number) => JsonSchema,
): string[] {
  const successes = operation.responses.filter(({ status, hasSchema }) => hasSchema && status < 300)
  return [...new Set(successes.flatMap(({ status }) => declaredFields(schemaOf(operation, status))))]
}

/** Adds up what several workers saw. */
export function mergeSeen(parts: readonly SeenOperations[]): SeenOperations {
  const ids = new Set(parts.flatMap((part) => Object.keys(part)))
  return Object.fromEntries(
    [...ids].map((id) => {
      const own = parts.flatMap((part) => part[id] ?? [])
      return [
        id,
        {
          provoked: addCounts(own.map(({ provoked }) => provoked)),
          decided: addCounts(own.map(({ decided }) => decided)),
          fields: [...new Set(own.flatMap(({ fields }) => fields))],
        },
      ]
    }),
  )
}

function addCounts(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const total: Record<string, number> = {}
  for (const [status, count] of counts.flatMap((part) => Object.entries(part)))
    total[status] = (total[status] ?? 0) + count
  return total
}
