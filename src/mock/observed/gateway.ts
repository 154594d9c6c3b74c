import { deviationRows } from '../../deviations/index.ts'
import type { Answer } from '../answer.ts'
import type { RewriteContext } from '../behaviour.ts'
import { isResourceError, rewrite, withHeader } from '../defects/defect.ts'
import { answerOf, type Imitation, isFields, withHeaders } from './imitation.ts'

const coreBanking = deviationRows['core-banking-cacheable'].shows.operations

/** A refusal in the bank's own error model; other models were not seen. */
function isPlainRefusal(answer: Answer, context: RewriteContext): boolean {
  const { status, body } = answer
  const isGateways = isResourceError(answer, context) && context.operation?.base === 'api'
  return isGateways && status === 401 && isFields(body) && 'details' in body
}

function presents(pattern: RegExp): (answer: Answer, context: RewriteContext) => boolean {
  return (answer, context) =>
    isPlainRefusal(answer, context) && pattern.test(context.requestHeaders['authorization'] ?? '')
}

/** What the gateway does. */
export const gatewayImitations = {
  'hsts-not-sent': {
    apply: rewrite(() => true, withHeader('strict-transport-security', undefined)),
  },
  'gateway-401-names-itself': {
    apply: rewrite(presents(/^(?!Basic )\S+ +\S/i), (answer) => ({
      ...answer,
      headers: {
        ...answer.headers,
        'www-authenticate':
          'Bearer error="invalid_token",error_description="access_token cannot be verified"',
      },
      body: { ...(answer.body as object), type: 'unAuthorized', code: '401' },
    })),
  },
  'bare-bearer-as-text': {
    apply: rewrite(presents(/^Bearer *$/i), (answer) => ({
      ...answer,
      headers: { ...answer.headers, 'content-type': 'text/plain', 'www-authenticate': 'Bearer' },
      body: { ...(answer.body as object), details: 'Authorization credential is missing or invalid' },
    })),
  },
  'core-banking-cacheable': {
    seenBy: ['shape.operation.succeeds'],
    apply: rewrite(
      (answer, context) => [200, 206].some((status) => answerOf(status, ...coreBanking)(answer, context)),
      withHeaders({ 'cache-control': undefined, pragma: undefined, expires: undefined }),
    ),
  },
} as const satisfies Readonly<Record<string, Imitation>>
