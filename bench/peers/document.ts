import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { MarketId } from '../../src/markets/types.ts'
import { specsDirectory } from '../../src/testing/contract.ts'
import type { RightCall } from './right-calls.ts'

/** A part of a document as plain data. */
export type Node = Record<string, unknown>

/** What a document is made ready for. */
export interface DocumentPlace {
  readonly product: string
  readonly market: MarketId
  readonly serverUrl: string
}

/**
 * Reads a document for a peer: the operations that the market offers, each with the values of its right call as
 * its examples, and the sandbox as its server. Nothing else is changed.
 */
export function prepareDocument(place: DocumentPlace, calls: readonly RightCall[]): Node {
  const document = parse(readFileSync(path.join(specsDirectory, `${place.product}.yaml`), 'utf8')) as Node
  const paths = Object.entries(document['paths'] as Record<string, Node>).flatMap(([template, item]) => {
    const kept = preparePath(document, item, place.market, calls)
    return kept === undefined ? [] : [[template, kept] as const]
  })
  return { ...document, servers: [{ url: place.serverUrl }], paths: Object.fromEntries(paths) }
}

function preparePath(
  document: Node,
  item: Node,
  market: MarketId,
  calls: readonly RightCall[],
): Node | undefined {
  const operations = Object.entries(item).flatMap(([method, value]) => {
    const operation = value as Node
    const call = calls.find((one) => one.operation.id === operation['operationId'])
    const isOffered = (operation['x-markets'] as string[] | undefined)?.includes(market) ?? false
    return call === undefined || !isOffered
      ? []
      : [[method, withExamples(document, operation, call)] as const]
  })
  return operations.length === 0 ? undefined : Object.fromEntries(operations)
}

function withExamples(document: Node, operation: Node, call: RightCall): Node {
  const parameters = (operation['parameters'] as Node[] | undefined)?.map((parameter) =>
    withValue(resolve(document, parameter), call),
  )
  const body = operation['requestBody'] as Node | undefined
  return {
    ...operation,
    ...(parameters === undefined ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: withBody(resolve(document, body), call) }),
  }
}

function withValue(parameter: Node, { path: places, query, headers }: RightCall): Node {
  const values = { path: places, query, header: headers }[parameter['in'] as 'path' | 'query' | 'header']
  const name = String(parameter['name']).toLowerCase()
  const value = Object.entries(values).find(([key]) => key.toLowerCase() === name)?.[1]
  const schema = parameter['schema'] as Node
  return value === undefined ? parameter : { ...parameter, example: typed(value, schema['type']) }
}

function typed(value: string, type: unknown): unknown {
  if (type === 'integer' || type === 'number') return Number(value)
  return type === 'boolean' ? value === 'true' : value
}

function withBody(body: Node, call: RightCall): Node {
  const content = Object.entries(body['content'] as Record<string, Node>).map(
    ([mediaType, { examples: _, ...media }]) =>
      [mediaType, { ...media, example: exampleBody(mediaType, call) }] as const,
  )
  return { ...body, content: Object.fromEntries(content) }
}

function exampleBody(mediaType: string, { body = '' }: RightCall): unknown {
  return mediaType.includes('json') ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))
}

/** Follows a reference within a document. */
export function resolve(document: Node, node: Node): Node {
  const reference = node['$ref']
  if (typeof reference !== 'string') return node
  const target = reference
    .slice(2)
    .split('/')
    .reduce<unknown>((part, key) => (part as Node)[key.replaceAll('~1', '/')], document)
  return target as Node
}

/** Lets a document ask for no credentials: its calls bring their own, and some leave them out on purpose. */
export function withoutSecurity(document: Node): Node {
  const paths = Object.entries(document['paths'] as Record<string, Record<string, Node>>)
  const open = paths.map(
    ([template, item]) =>
      [
        template,
        Object.fromEntries(
          Object.entries(item).map(([method, operation]) => [method, { ...operation, security: [] }]),
        ),
      ] as const,
  )
  return { ...document, paths: Object.fromEntries(open) }
}
