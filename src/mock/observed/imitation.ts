import type { Answer } from '../answer.ts'
import type { RewriteContext } from '../behaviour.ts'
import type { Defect } from '../defects/defect.ts'

/** How the sandbox imitates an observed deviation. */
export type Imitation = Pick<Defect, 'apply' | 'market' | 'seenBy'>

/** An object of a body. */
export type Fields = Readonly<Record<string, unknown>>

/** Tells whether an answer has that status and belongs to one of these operations. */
export function answerOf(
  status: number,
  ...ids: readonly string[]
): (answer: Answer, context: RewriteContext) => boolean {
  return (answer, { operation }) => answer.status === status && ids.includes(operation?.id ?? '')
}

/** Tells whether a value is an object with fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Changes every item of a list in a body. */
export function withItems(
  name: string,
  change: (item: Fields, index: number, items: readonly unknown[]) => Fields,
): (answer: Answer) => Answer {
  return (answer) => {
    if (!isFields(answer.body) || !Array.isArray(answer.body[name])) return answer
    const items = answer.body[name] as unknown[]
    const changed = items.map((item, index) => (isFields(item) ? change(item, index, items) : item))
    return { ...answer, body: { ...answer.body, [name]: changed } }
  }
}

/** Sets headers of an answer; undefined removes one. */
export function withHeaders(
  headers: Readonly<Record<string, string | undefined>>,
): (answer: Answer) => Answer {
  return (answer) => {
    const kept = Object.entries(answer.headers).filter(([name]) => !(name.toLowerCase() in headers))
    const added = Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    )
    return { ...answer, headers: Object.fromEntries([...kept, ...added]) as Record<string, string> }
  }
}
