import type { Node } from './document.ts'
import { resolve } from './document.ts'
import type { Variant } from './variants.ts'

/** What a document says of the answer to a call. */
export interface AnswerContract {
  /** The schema of the JSON body, with every definition that it may refer to; undefined when there is none. */
  readonly schema: Node | undefined
  /** Names of the headers that must come, in lower case. */
  readonly requiredHeaders: readonly string[]
}

/** Finds what a document says of the answer that the honest sandbox gives to a call. */
export function answerOf(
  document: Node,
  { template, method, status }: Pick<Variant, 'template' | 'method' | 'status'>,
): AnswerContract {
  const path = (document['paths'] as Record<string, Node>)[template]
  const operation = path?.[method.toLowerCase()] as Node | undefined
  const responses = operation?.['responses'] as Record<string, Node> | undefined
  const response = responses?.[String(status)]
  if (response === undefined) return { schema: undefined, requiredHeaders: [] }
  const { content = {}, headers = {} } = resolve(document, response) as {
    content?: Record<string, Node>
    headers?: Record<string, Node>
  }
  const required = Object.entries(headers).filter(
    ([, header]) => resolve(document, header)['required'] === true,
  )
  return {
    schema: schemaOf(document, content),
    requiredHeaders: required.map(([name]) => name.toLowerCase()),
  }
}

function schemaOf(document: Node, content: Record<string, Node>): Node | undefined {
  const schema = content['application/json']?.['schema'] as Node | undefined
  if (schema === undefined) return undefined
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    allOf: [schema],
    components: { schemas: definitionsFor(document, schema) },
  }
}

/** The definitions that a schema leads to: a peer reads all that it is given, each time. */
function definitionsFor(document: Node, schema: Node): Node {
  const { schemas = {} } = document['components'] as { schemas?: Record<string, Node> }
  const found: Record<string, Node> = {}
  const visit = (node: unknown): void => {
    for (const [, name = ''] of JSON.stringify(node).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      const definition = schemas[name]
      if (definition === undefined || found[name] !== undefined) continue
      found[name] = definition
      visit(definition)
    }
  }
  visit(schema)
  return found
}
