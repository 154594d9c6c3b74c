import type { Operation } from '../contract/types.ts'
import type { Answer } from './answer.ts'
import { refusal } from './refusals.ts'
import { refuseHeaders } from './validate.ts'
import type { Endpoint } from './world.ts'

/** The status of each OAuth error in the error model of the resources; 400 for the others. */
const statuses: Readonly<Record<string, number>> = {
  invalid_client: 401,
  invalid_grant: 422,
  unauthorized_client: 403,
}

/** Serves a token call whose document promises errors in the model of the resources, and wants its headers. */
export function inErrorModel(endpoint: Endpoint): Endpoint {
  return async (world, call) => {
    const { operation } = call
    const refused = operation === undefined ? undefined : refuseHeaders(world, operation, call)
    return translate(refused ?? (await endpoint(world, call)), operation)
  }
}

function translate(answer: Answer, operation: Operation | undefined): Answer {
  const error = (answer.body as { error?: unknown } | undefined)?.error
  if (typeof error !== 'string') return answer
  const wanted = statuses[error] ?? 400
  const isDocumented = operation?.responses.some(({ status }) => status === wanted)
  return refusal(isDocumented === true ? wanted : 400, operation, { headers: headersBeside(answer) })
}

function headersBeside({ headers }: Answer): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'content-type'))
}
