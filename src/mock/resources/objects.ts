import type { Contract, Operation, Parameter } from '../../contract/types.ts'
import type { Answer, ResourceCall } from '../answer.ts'
import { customers } from '../bank/customers.ts'
import { opaqueId } from '../bank/seeded.ts'
import type { Desk } from './desk.ts'
import { holdings } from './holdings.ts'
import { notFound, refuse } from './refusal.ts'

/** Lists the names that stand for an object of somebody: path parameters of free text that are not shared. */
export function objectNames({ operations }: Contract): ReadonlySet<string> {
  const shared = new Set(
    parametersOf(operations).flatMap(({ name, shared }) => (shared === true ? name : [])),
  )
  const free = parametersOf(operations.filter(isResource)).filter(isFreeText)
  return new Set(free.flatMap(({ name }) => (shared.has(name) ? [] : name)))
}

function parametersOf(operations: readonly Operation[]): readonly Parameter[] {
  return operations.flatMap(({ parameters }) => parameters.filter((parameter) => parameter.in === 'path'))
}

function isResource({ grant }: Operation): boolean {
  return !['basic', 'api_key', 'none'].includes(grant)
}

function isFreeText({ name, schema }: Parameter): boolean {
  const isClosed = ['enum', 'pattern', 'format'].some((keyword) => schema[keyword] !== undefined)
  return schema['type'] === 'string' && !isClosed && name !== 'countryCode' && name !== 'businessCode'
}

/** Lists the ids of that name which belong to a caller. */
export function ownIds(desk: Desk, call: ResourceCall, name: string): readonly string[] {
  return holdings[name]?.(desk, call) ?? [opaqueId(`${name}/${call.market.id}/${ownerOf(call)}`, 40)]
}

/** Two-legged objects belong to the application, the others to the customer. */
function ownerOf({ operation, username, clientId }: ResourceCall): string {
  return operation.grant === 'client_credentials' ? clientId : (username ?? '')
}

/** Refuses a call that names an object which is not the caller's; undefined when it names only its own. */
export function refuseOthers(desk: Desk, call: ResourceCall): Answer | undefined {
  for (const [name, value] of namedObjects(desk, call)) {
    if (ownIds(desk, call, name).includes(value)) continue
    const isForeign = others(call).some((other) => ownIds(desk, other, name).includes(value))
    if (!call.behaviour.enforces(isForeign ? 'object.owner' : 'object.exists')) continue
    return refuse(
      call,
      isForeign && !call.behaviour.enforces('object.indistinct')
        ? { status: 403, code: 'accessNotConfigured' }
        : notFound,
    )
  }
  return undefined
}

/** The same call as every other customer would make it; of other applications nothing is known here. */
function others(call: ResourceCall): ResourceCall[] {
  return customers
    .filter(({ username }) => username !== call.username)
    .map(({ username }) => ({ ...call, username }))
}

/** Lists the objects that a call names, in its path, query and body. */
function namedObjects({ objectNames: names }: Desk, call: ResourceCall): [name: string, value: string][] {
  const found: [string, string][] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [name, value] of Object.entries(node)) {
      if (names.has(name) && typeof value === 'string') found.push([name, value])
      else visit(value)
    }
  }
  visit(call.params)
  visit(call.query)
  visit(call.body)
  return found
}
