import { type Answer, empty, json, type ResourceCall } from '../answer.ts'
import type { Desk } from './desk.ts'
import { ownIds, refuseOthers } from './objects.ts'
import { invalid, refuse } from './refusal.ts'

type Fields = Readonly<Record<string, unknown>>

/** The index of the second and last page of a sampled list. */
const lastPage = '11'

/**
 * Serves an operation by its document alone: the sample of its success, with the caller's own objects in it.
 * Objects that are not the caller's are refused, unless the control plane decided the status.
 */
export function answerBySample(desk: Desk, call: ResourceCall, decided?: number): Answer {
  const refused = decided === undefined ? (refuseOthers(desk, call) ?? refusePage(call)) : undefined
  if (refused !== undefined) return refused
  const success = call.operation.responses.find(({ status }) =>
    decided === undefined ? status >= 200 && status < 300 : status === decided,
  )
  const status = success?.status ?? 200
  if (success?.hasSchema !== true) return empty(status)
  return json(status, turnPage(call, withOwnIds(desk, call, desk.write(call.operation, {}, status))))
}

function refusePage(call: ResourceCall): Answer | undefined {
  const { behaviour, query } = call
  const page = query['nextStartIndex']
  const isKnown = page === undefined || page === lastPage || !behaviour.enforces('paging.cursor')
  return isKnown ? undefined : refuse(call, invalid('nextStartIndex'))
}

/** A sampled list has one page with its item and one, the last, without any. */
function turnPage({ operation, query, behaviour }: ResourceCall, body: unknown): unknown {
  if (!isFields(body) || !Object.hasOwn(body, 'nextStartIndex')) return body
  const { nextStartIndex: _, ...rest } = body
  const isPaged = operation.parameters.some(({ name }) => name === 'nextStartIndex')
  if (!isPaged) return rest
  if (query['nextStartIndex'] === undefined) return { ...rest, nextStartIndex: lastPage }
  if (!behaviour.enforces('paging.ends')) return { ...rest, nextStartIndex: lastPage }
  return Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, Array.isArray(value) ? [] : value]),
  )
}

/** Puts the caller's objects into a body: those that the call names, else the caller's first. */
function withOwnIds(desk: Desk, call: ResourceCall, body: unknown): unknown {
  const named: Fields = { ...call.query, ...call.params }
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit)
    if (!isFields(node)) return node
    return Object.fromEntries(
      Object.entries(node).map(([name, value]) => [
        name,
        desk.objectNames.has(name) && typeof value === 'string'
          ? (named[name] ?? ownIds(desk, call, name)[0] ?? value)
          : visit(value),
      ]),
    )
  }
  return visit(body)
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
