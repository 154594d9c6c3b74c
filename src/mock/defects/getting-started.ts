import { isGuideToken, rewrite, withFields, type Defect } from './defect.ts'

/** Mistakes of the getting-started dialect. */
export const gettingStartedDefects: readonly Defect[] = [
  {
    id: 'guide-token-refused',
    breaks: 'getting-started.token.form-credentials',
    alsoBreaks: ['token.client-auth.401-challenge', 'shape.header.documented'],
    apply: rewrite(isGuideToken, (answer) => ({ ...answer, status: 401, body: { error: 'invalid_client' } })),
  },
  {
    id: 'guide-token-half-hour',
    breaks: 'getting-started.token.lifetime-3600',
    apply: rewrite(isGuideToken, withFields({ expires_in: 1800 })),
  },
  {
    id: 'guide-list-wrapped',
    breaks: 'getting-started.accounts.array',
    alsoBreaks: ['shape.body.inferred', 'shape.body.undocumented-field'],
    apply: rewrite(
      (answer, { path }) => path === '/api/v1/accounts' && answer.status === 200,
      (answer) => ({ ...answer, body: { accounts: answer.body } }),
    ),
  },
]
