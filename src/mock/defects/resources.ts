import {
  type Defect,
  both,
  hasStatus,
  isResource,
  isResourceError,
  isSuccessOf,
  isToken,
  rewrite,
  without,
  withBody,
  withEvery,
  withFields,
  withHeader,
} from './defect.ts'

const isJson401 = both(isResourceError, hasStatus(401))

/** Mistakes in the status, headers and bodies of resource calls. */
export const resourceDefects: readonly Defect[] = [
  {
    id: 'status-teapot',
    breaks: 'http.status.documented',
    alsoBreaks: ['bearer.empty', 'bearer.tampered', 'bearer.challenge.present'],
    apply: rewrite(isJson401, (answer) => ({ ...answer, status: 418 })),
  },
  {
    id: 'json-as-text',
    breaks: 'http.content-type.documented',
    apply: rewrite(isResource, withHeader('content-type', 'text/plain')),
  },
  {
    id: 'json-broken',
    breaks: 'http.json.valid',
    alsoBreaks: ['shape.body.documented'],
    apply: rewrite(isResource, (answer) => ({
      ...answer,
      body: `${JSON.stringify(answer.body).slice(0, -1)},}`,
    })),
  },
  {
    id: 'json-names-twice',
    breaks: 'http.json.unique-names',
    apply: rewrite(isResource, (answer) => ({
      ...answer,
      body: JSON.stringify(answer.body).replace(/"currencyCode":"\w+"/, '$&,$&'),
    })),
  },
  { id: 'no-date', breaks: 'http.date.present', apply: rewrite(isResource, withHeader('date', 'yesterday')) },
  {
    id: 'data-cached',
    breaks: 'http.cache.personal-data',
    apply: rewrite(isResource, withHeader('cache-control', 'private, max-age=900')),
  },
  {
    id: 'no-hsts',
    breaks: 'http.hsts',
    apply: rewrite(isResource, withHeader('strict-transport-security', undefined)),
  },
  {
    id: 'server-version',
    breaks: 'http.server.no-version',
    apply: rewrite(isResource, withHeader('server', 'WebSphere/8.5.5.16')),
  },
  {
    id: 'cors-any-origin-with-credentials',
    breaks: 'http.cors.closed',
    apply: rewrite(isResource, (answer, context) =>
      withHeader('access-control-allow-credentials', 'true')(
        withHeader('access-control-allow-origin', '*')(answer, context),
        context,
      ),
    ),
  },
  {
    id: 'uuid-changed',
    breaks: 'http.correlation.echoed',
    apply: rewrite(isResource, withHeader('uuid', '00000000-0000-4000-8000-000000000000')),
  },
  {
    id: 'business-error-as-400',
    breaks: 'shape.status.documented',
    alsoBreaks: ['error.code-known'],
    apply: rewrite(both(isResourceError, hasStatus(422)), (answer) => ({ ...answer, status: 400 })),
  },
  {
    id: 'transactions-of-another-account',
    breaks: 'accounts.transactions.own',
    market: 'us',
    apply: rewrite(
      isSuccessOf('listUsTransactions'),
      withEvery('accountId', 'b1a7c0de5f9e4d3c8a6b2f1e0d9c8b7a'),
    ),
  },
  { id: 'list-never-ends', breaks: 'shape.paging.complete', apply: without('paging.ends') },
  {
    id: 'balance-as-text',
    breaks: 'shape.body.documented',
    apply: rewrite(isResource, withEvery('currentBalance', '1043.50')),
  },
  {
    id: 'group-without-name',
    breaks: 'shape.body.documented',
    apply: rewrite(isResource, withEvery('accountGroup', undefined)),
  },
  {
    id: 'date-american',
    breaks: 'shape.body.documented',
    seenBy: ['shape.operation.succeeds'],
    apply: rewrite(isResource, withEvery('transactionDate', '06/21/2015')),
  },
  {
    id: 'field-added',
    breaks: 'shape.body.undocumented-field',
    apply: rewrite(isResource, withFields({ internalRiskScore: 7 })),
  },
  {
    id: 'currency-invented',
    breaks: 'shape.value.currency',
    alsoBreaks: ['accounts.currency.fits-market', 'accounts.list.details-agree'],
    apply: rewrite(isResource, withEvery('currencyCode', 'ZZQ')),
  },
  {
    id: 'card-number-unmasked',
    breaks: 'shape.value.masking',
    apply: rewrite(isResource, withEvery('displayAccountNumber', '4111111111111111')),
  },
  {
    id: 'balance-with-noise',
    breaks: 'shape.value.amount-noise',
    apply: rewrite(isResource, withEvery('currentBalance', 41_666.619_999_999_995)),
  },
  {
    id: 'bearer-401-drops-required-header',
    breaks: 'shape.header.documented',
    alsoBreaks: ['bearer.challenge.present', 'bearer.challenge.invalid-token'],
    apply: rewrite(isJson401, withHeader('www-authenticate', undefined)),
  },
  {
    id: 'inferred-429-body',
    breaks: 'shape.body.inferred',
    alsoBreaks: [
      'token.error.shape',
      'error.code-known',
      'error.shape',
      'ratelimit.429.explains',
      'shape.body.undocumented-field',
    ],
    apply: rewrite(hasStatus(429), withBody({ message: 'slow down' })),
  },
  {
    id: 'reading-changes-data',
    breaks: 'http.get.safe',
    alsoBreaks: ['shape.body.undocumented-field'],
    apply: countReads(),
  },
  {
    id: 'answers-out-of-a-cache',
    breaks: 'http.cache.fresh',
    apply: rewrite(isResource, withHeader('age', '240')),
  },
  {
    id: 'tokens-out-of-a-cache',
    breaks: 'http.cache.fresh',
    apply: rewrite(isToken, withHeader('x-cache', 'TCP_HIT from a23.example')),
  },
  {
    id: 'calls-without-number',
    breaks: 'http.correlation.generated',
    apply: rewrite(isResource, withHeader('x-global-transaction-id', undefined)),
  },
  {
    id: 'capitals-lead-around-the-token',
    breaks: 'http.path.normalised',
    apply: rewrite(
      ({ status }, { path }) => status >= 400 && /^\/V\d\/[A-Z]/.test(path),
      (answer) => ({ ...answer, status: 200, body: {} }),
    ),
  },
  {
    id: 'thirtieth-of-february',
    breaks: 'shape.value.date',
    alsoBreaks: ['shape.body.documented'],
    seenBy: ['shape.operation.succeeds'],
    apply: rewrite(isResource, withEvery('transactionDate', '2015-02-30')),
  },
  {
    id: 'nickname-undefined',
    breaks: 'shape.value.placeholder',
    apply: rewrite(isResource, withEvery('productName', 'undefined')),
  },
]

/** Adds a field that grows with every reading. */
function countReads(): Defect['apply'] {
  return (behaviour) => {
    let reads = 0
    behaviour.rewrites.push((answer, context) =>
      isResource(answer, context) ? withFields({ readCount: ++reads })(answer, context) : answer,
    )
  }
}
