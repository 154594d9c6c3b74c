import {
  both,
  decoded,
  hasStatus,
  isToken,
  isTokenError,
  rewrite,
  withFields,
  without,
  type Defect,
} from './defect.ts'

/** Mistakes in telling one application from another. */
export const clientAuthenticationDefects: readonly Defect[] = [
  {
    id: 'no-credentials-needed',
    breaks: 'token.client-auth.required',
    apply: without('client-auth.required'),
  },
  {
    id: 'wrong-secret-accepted',
    breaks: 'token.client-auth.wrong-secret',
    apply: without('client-auth.secret'),
  },
  {
    id: 'unknown-client-accepted',
    breaks: 'token.client-auth.unknown-client',
    alsoBreaks: ['token.client-auth.base64', 'token.client-auth.swapped'],
    apply: without('client-auth.known'),
  },
  {
    id: 'unknown-client-told-apart',
    breaks: 'token.client-auth.unknown-client',
    apply: rewrite(both(isTokenError, hasStatus(401)), (answer, context) =>
      context.requestHeaders['authorization'] === undefined || decoded(context).startsWith('00000000')
        ? withFields({ error_description: 'No such client' })(answer, context)
        : answer,
    ),
  },
  {
    id: 'swapped-credentials-accepted',
    breaks: 'token.client-auth.swapped',
    apply: without('client-auth.swapped'),
  },
  {
    id: 'foreign-secret-accepted',
    breaks: 'token.client-auth.foreign-secret',
    apply: without('client-auth.foreign-secret'),
  },
  {
    id: 'plain-credentials-accepted',
    breaks: 'token.client-auth.base64',
    apply: without('client-auth.base64'),
  },
  {
    id: 'bare-credentials-accepted',
    breaks: 'token.client-auth.scheme',
    apply: without('client-auth.scheme'),
  },
  {
    id: 'bearer-authenticates-client',
    breaks: 'token.client-auth.bearer-refused',
    apply: without('client-auth.bearer'),
  },
  {
    id: 'credentials-in-address-accepted',
    breaks: 'token.request.no-credentials-in-uri',
    apply: without('client-auth.header-only'),
  },
  {
    id: 'basic-refused',
    breaks: 'token.client-auth.basic',
    alsoBreaks: ['http.status.documented', 'authorize.flow.login-and-consent'],
    apply: rewrite(isToken, (answer) => ({
      ...answer,
      status: 503,
      body: { error: 'temporarily_unavailable' },
    })),
  },
]
