import { isResource, rewrite, withEvery, without, type Defect } from './defect.ts'

/** Mistakes in reading resource calls. */
export const requestsDefects: readonly Defect[] = [
  { id: 'headers-optional', breaks: 'request.header.required', apply: without('header.required') },
  {
    id: 'parameter-not-checked',
    breaks: 'request.parameter.invalid',
    // A schedule for an amount that is no number has no amounts.
    alsoBreaks: ['shape.body.documented'],
    apply: without('parameter.valid', 'paging.cursor'),
  },
  {
    id: 'required-parameter-optional',
    breaks: 'request.parameter.required',
    market: 'us',
    apply: without('parameter.required'),
  },
  { id: 'required-field-optional', breaks: 'request.body.required', apply: without('body.required') },
  {
    id: 'field-type-not-checked',
    breaks: 'request.body.invalid',
    market: 'au',
    apply: without('body.valid'),
  },
  {
    id: 'body-media-type-ignored',
    breaks: 'http.body.unsupported-type',
    apply: without('body.media-type', 'body.well-formed'),
  },
  { id: 'malformed-body-fails-inside', breaks: 'http.body.malformed', apply: without('body.well-formed') },
  {
    id: 'body-size-unlimited',
    breaks: 'http.body.too-large',
    market: 'au',
    apply: without('body.size', 'body.required', 'body.valid'),
  },
  { id: 'accept-ignored', breaks: 'http.accept.unsupported', apply: without('accept') },
  { id: 'any-method', breaks: 'http.method.not-allowed', apply: without('method.offered') },
  {
    id: 'trace-served',
    breaks: 'http.method.trace-off',
    alsoBreaks: ['http.correlation.echoed'],
    apply: without('method.trace'),
  },
  {
    id: 'any-path',
    breaks: 'http.path.unknown',
    alsoBreaks: ['http.correlation.echoed'],
    apply: without('path.known'),
  },
  {
    id: 'failure-looks-like-success',
    breaks: 'error.500.envelope',
    alsoBreaks: ['shape.body.documented', 'shape.body.undocumented-field', 'shape.body.inferred'],
    apply: without('failure.envelope'),
  },
  { id: 'date-filter-ignored', breaks: 'accounts.transactions.date-filter', apply: without('date.filter') },
  { id: 'date-order-ignored', breaks: 'accounts.transactions.date-order', apply: without('date.order') },
  {
    id: 'page-repeats-an-item',
    breaks: 'accounts.transactions.paging-complete',
    apply: without('paging.complete'),
  },
  { id: 'any-page', breaks: 'accounts.transactions.paging-invalid', apply: without('paging.cursor') },
  {
    id: 'details-in-dollars',
    breaks: 'accounts.list.details-agree',
    apply: rewrite(
      (answer, { operation }) => operation?.id === 'getAccount' && answer.status === 200,
      withEvery('currencyCode', 'USD'),
    ),
  },
  {
    id: 'everything-in-dollars',
    breaks: 'accounts.currency.fits-market',
    apply: rewrite(isResource, withEvery('currencyCode', 'USD')),
  },
  {
    id: 'details-fail',
    breaks: 'shape.operation.succeeds',
    apply: rewrite(
      (answer, { operation }) => operation?.id === 'listStatements' && answer.status === 200,
      (answer) => ({
        ...answer,
        status: 500,
        body: {
          type: 'fatal',
          code: 'serverUnavailable',
          details: 'The request failed due to an internal error',
        },
      }),
    ),
  },
]
