import type { MarketId } from '../../markets/types.ts'
import type { RequirementId } from '../../requirements/index.ts'
import type { Answer } from '../answer.ts'
import type { Behaviour, RewriteContext } from '../behaviour.ts'
import type { Guard } from '../guards.ts'

/** A mistake that a real server makes, under a name. */
export interface Defect {
  readonly id: string
  /** The requirement that the suite must report. */
  readonly breaks: RequirementId
  /** The other requirement that must be reported, where the defect is a pair of two. */
  readonly breaksToo?: RequirementId
  /** What it breaks besides, unavoidably. */
  readonly alsoBreaks?: readonly RequirementId[]
  /** Requirements whose tests can notice it, when that of `breaks` has none of its own. */
  readonly seenBy?: readonly RequirementId[]
  /** The market to prove it in; India unless the defect needs another. */
  readonly market?: MarketId
  apply(behaviour: Behaviour): void
}

type Condition = (answer: Answer, context: RewriteContext) => boolean
type Change = (answer: Answer, context: RewriteContext) => Answer

/** Makes the sandbox stop keeping a rule. */
export function without(...guards: readonly Guard[]): Defect['apply'] {
  return (behaviour) => guards.forEach((guard) => behaviour.drop(guard))
}

/** Makes the sandbox keep other lifetimes than it declares, in seconds. */
export function lifetimes(changed: Partial<Behaviour['lifetimes']>): Defect['apply'] {
  return (behaviour) => {
    behaviour.lifetimes = { ...behaviour.lifetimes, ...changed }
  }
}

/** Makes the sandbox's TLS endpoint weak. */
export function transport(weakness: Behaviour['transport']): Defect['apply'] {
  return (behaviour) => {
    behaviour.transport = weakness
  }
}

/** Makes the sandbox change the answers that a condition selects. */
export function rewrite(when: Condition, change: Change): Defect['apply'] {
  return (behaviour) => {
    behaviour.rewrites.push((answer, context) => (when(answer, context) ? change(answer, context) : answer))
  }
}

/** Sets a header of an answer; undefined removes it. Names are matched without regard to case. */
export function withHeader(name: string, value: string | undefined): Change {
  return (answer) => {
    const kept = Object.entries(answer.headers).filter(([key]) => key.toLowerCase() !== name.toLowerCase())
    return { ...answer, headers: Object.fromEntries(value === undefined ? kept : [...kept, [name, value]]) }
  }
}

/** Sets fields of a JSON object body; undefined removes one. */
export function withFields(fields: Readonly<Record<string, unknown>>): Change {
  return (answer) => {
    const merged = { ...(answer.body as object), ...fields }
    return {
      ...answer,
      body: Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)),
    }
  }
}

/** Replaces the value of a field wherever it stands in a JSON body. */
export function withEvery(name: string, value: unknown): Change {
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit)
    if (typeof node !== 'object' || node === null) return node
    return Object.fromEntries(
      Object.entries(node).map(([key, item]) => [key, key === name ? value : visit(item)]),
    )
  }
  return (answer) => ({ ...answer, body: visit(answer.body) })
}

/** Replaces the whole body, and its media type when one is given. */
export function withBody(body: unknown, mediaType?: string): Change {
  return (answer) => ({
    ...answer,
    body,
    headers: mediaType === undefined ? answer.headers : { ...answer.headers, 'content-type': mediaType },
  })
}

const tokenPath = /oauth2\/(token|refresh)\b/

/** An answer of a token or refresh call of the API. */
export const isTokenAnswer: Condition = (_, { path }) => tokenPath.test(path)
/** A success of such a call. */
export const isToken: Condition = (answer, context) => isTokenAnswer(answer, context) && answer.status === 200
/** A refusal of such a call. */
export const isTokenError: Condition = (answer, context) =>
  isTokenAnswer(answer, context) && answer.status >= 400
/** A login, consent or error page. */
export const isPage: Condition = (answer) => typeof answer.body === 'string' && answer.body.includes('<html')
/** A success of a resource call. */
export const isResource: Condition = (answer, { operation }) =>
  operation?.grant === 'authorization_code' && answer.status === 200
/** A refusal outside the token calls. */
export const isResourceError: Condition = (answer, context) =>
  answer.status >= 400 && !isPage(answer, context) && !/oauth2?\//i.test(context.path)
/** An answer with that status. */
export const hasStatus =
  (status: number): Condition =>
  (answer) =>
    answer.status === status
/** Both conditions. */
export const both =
  (first: Condition, second: Condition): Condition =>
  (answer, context) =>
    first(answer, context) && second(answer, context)

/** A success of the guide's token call. */
export const isGuideToken: Condition = (answer, { path }) =>
  path === '/oauth/v1/token' && answer.status === 200

/** A success of one of these operations. */
export const isSuccessOf =
  (...ids: readonly string[]): Condition =>
  ({ status }, { operation }) =>
    status >= 200 && status < 300 && ids.includes(operation?.id ?? '')

/** Returns the decoded Basic credentials of a request; empty when there are none. */
export function decoded({ requestHeaders }: RewriteContext): string {
  return Buffer.from((requestHeaders['authorization'] ?? '').split(' ')[1] ?? '', 'base64').toString('utf8')
}
