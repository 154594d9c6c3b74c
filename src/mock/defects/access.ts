import { isResource, rewrite, without, type Defect } from './defect.ts'

/** Mistakes in letting calls in. */
export const accessDefects: readonly Defect[] = [
  { id: 'token-not-needed', breaks: 'bearer.missing.401', apply: without('bearer.required') },
  {
    id: 'any-token',
    breaks: 'bearer.unknown',
    alsoBreaks: ['bearer.tampered', 'bearer.header.wrong-scheme'],
    apply: without('bearer.known'),
  },
  { id: 'tampered-token-accepted', breaks: 'bearer.tampered', apply: without('bearer.tampered') },
  { id: 'revoked-token-accepted', breaks: 'bearer.revoked', apply: without('bearer.revocation') },
  { id: 'any-scheme', breaks: 'bearer.header.wrong-scheme', apply: without('bearer.scheme') },
  { id: 'scheme-case-matters', breaks: 'bearer.header.scheme-case', apply: without('bearer.scheme-case') },
  { id: 'token-in-query-accepted', breaks: 'bearer.query.refused', apply: without('bearer.query') },
  { id: 'empty-bearer-accepted', breaks: 'bearer.empty', apply: without('bearer.empty') },
  { id: 'basic-opens-resources', breaks: 'bearer.basic-on-resource', apply: without('bearer.basic') },
  { id: 'client-id-not-compared', breaks: 'bearer.foreign-client', apply: without('bearer.client-id') },
  {
    id: 'two-legged-reads-customers',
    breaks: 'bearer.wrong-grant',
    apply: without('bearer.grant', 'bearer.scope'),
  },
  { id: 'scope-ignored', breaks: 'bearer.scope', apply: without('bearer.scope') },
  {
    id: 'valid-token-refused',
    breaks: 'bearer.header.accepted',
    alsoBreaks: ['authorize.flow.login-and-consent', 'refresh.flow.new-pair'],
    apply: rewrite(isResource, (answer) => ({
      ...answer,
      status: 403,
      body: {
        type: 'error',
        code: 'accessNotConfigured',
        details: 'Access is not configured for this resource',
      },
    })),
  },
  {
    id: 'market-ignored',
    breaks: 'access.market.not-offered',
    alsoBreaks: ['http.status.documented'],
    market: 'us',
    apply: without('market.offered'),
  },
  { id: 'customers-mixed-up', breaks: 'access.customer.separate', apply: without('customer.separate') },
  {
    id: 'foreign-account-readable',
    breaks: 'access.object.foreign',
    alsoBreaks: ['access.object.indistinct'],
    apply: without('object.owner'),
  },
  {
    id: 'unknown-account-served',
    breaks: 'access.object.unknown',
    alsoBreaks: ['access.object.indistinct'],
    apply: without('object.exists'),
  },
  {
    id: 'foreign-account-told-apart',
    breaks: 'access.object.indistinct',
    apply: without('object.indistinct'),
  },
  { id: 'token-twice-accepted', breaks: 'bearer.two-methods', apply: without('bearer.once') },
  { id: 'foreign-characters-crash', breaks: 'bearer.malformed', apply: without('bearer.characters') },
  {
    id: 'input-checked-before-token',
    breaks: 'bearer.order.before-validation',
    apply: without('bearer.first'),
  },
  {
    id: 'objects-looked-up-before-token',
    breaks: 'bearer.order.before-existence',
    alsoBreaks: ['error.code-known'],
    // No object has an id of the letter f alone, so whoever looks before asking who calls says so.
    apply: rewrite(
      ({ status }, { path, requestHeaders }) =>
        status === 401 && requestHeaders['authorization'] === undefined && /\/f+(\/|$)/.test(path),
      (answer, { operation }) => ({
        ...answer,
        status: operation?.responses.some(({ status }) => status === 404) === true ? 404 : 400,
        body: { type: 'invalid', code: 'resourceNotFound', details: 'Empty resource/resource not found' },
      }),
    ),
  },
]
