import type { Operation } from '../contract/types.ts'
import type { MarketId } from '../markets/types.ts'
import { contract } from './contract.ts'

/** Reading operations that tell an id, those of the same product and with few parameters first. */
export function idSources(name: string, operation: Operation, market: MarketId): Operation[] {
  const rank = (candidate: Operation) =>
    (candidate.product === operation.product ? 0 : 10) +
    candidate.parameters.filter(({ required }) => required).length
  return contract.operations
    .filter(({ method, base, id }) => method === 'GET' && base === operation.base && id !== operation.id)
    .filter(({ grant, markets }) => grant === operation.grant && markets.includes(market))
    .filter(({ responses }) => responses.some(({ status, tells }) => status < 300 && tells?.includes(name)))
    .filter(
      ({ parameters, needs }) =>
        needs === undefined && !parameters.some((parameter) => parameter.name === name),
    )
    .sort((left, right) => rank(left) - rank(right))
}
