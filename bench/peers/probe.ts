import type { Operation } from '../../src/contract/types.ts'
import { type BenchOptions, openBench } from './bench.ts'
import { prepareCalls } from './right-calls.ts'
import type { Variant } from './variants.ts'
import { variantsOf } from './variants.ts'

/** The status that the honest sandbox answers, by operation and fault. */
export type Expectations = ReadonlyMap<string, number>

/** Names a call among expectations. */
export function keyOf({ operationId, fault }: Pick<Variant, 'operationId' | 'fault'>): string {
  return `${operationId} ${fault}`
}

/** Makes each call once in an honest sandbox of its own, which is thrown away. */
export async function probe(options: BenchOptions, operations: readonly Operation[]): Promise<Expectations> {
  const bench = await openBench(options)
  const { client } = bench.parties.app
  const certificate = bench.provider
  const found = new Map<string, number>()
  for (const call of await prepareCalls(bench, operations))
    for (const variant of variantsOf(call).toReversed()) {
      await bench.control.setQuota(undefined)
      const reply = await client.send({ ...variant, path: variant.target, certificate })
      found.set(keyOf(variant), reply.status)
    }
  await bench.close()
  return found
}
