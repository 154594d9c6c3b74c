import { deviationRows } from '../../deviations/index.ts'
import { decoded, rewrite, withFields } from '../defects/defect.ts'
import { answerOf, type Imitation, withHeaders } from './imitation.ts'

const twoLegged = 'issueClientCredentialsToken'
const gatewayTokens = deviationRows['token-answers-no-cache'].shows.operations

/** What the token calls do. */
export const tokenImitations = {
  'token-answers-no-cache': {
    apply: rewrite(answerOf(200, ...gatewayTokens), withHeaders({ 'cache-control': 'no-cache, max-age=0' })),
  },
  'token-answers-echo-credentials': {
    apply: rewrite(answerOf(200, ...gatewayTokens), (answer, context) =>
      withHeaders({
        authorization:
          context.operation?.id === twoLegged ? context.requestHeaders['authorization'] : undefined,
        client_secret: decoded(context).split(':')[1],
        cookie: context.requestHeaders['cookie'],
      })(answer),
    ),
  },
  'token-content-type-twice': {
    apply: rewrite(
      answerOf(200, twoLegged),
      withHeaders({ 'content-type': 'application/json, application/json' }),
    ),
  },
  'two-legged-no-refresh-token': {
    apply: rewrite(answerOf(200, twoLegged), withFields({ refresh_token: undefined })),
  },
  'token-errors-cacheable': {
    apply: rewrite(answerOf(400, twoLegged), withHeaders({ 'cache-control': undefined, pragma: undefined })),
  },
  'unknown-grant-invalid-grant': {
    apply: rewrite(
      (answer, context) =>
        answerOf(400, twoLegged)(answer, context) &&
        (answer.body as { error?: unknown }).error === 'unsupported_grant_type',
      (answer) => ({ ...answer, body: { error: 'invalid_grant' } }),
    ),
  },
} as const satisfies Readonly<Record<string, Imitation>>
