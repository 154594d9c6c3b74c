import type { Fates } from './types.ts'

/** Candidates about HTTP itself. */
export const http = {
  'http.status.documented': { becomes: 'http.status.documented' },
  'http.content-type.documented': { becomes: 'http.content-type.documented' },
  'http.content-type.matches-body': { becomes: 'authorize.page.charset' },
  'http.json.utf8': { becomes: 'http.json.valid' },
  'http.json.unique-names': { becomes: 'http.json.unique-names' },
  'http.json.number-precision': { becomes: 'shape.value.amount-noise' },
  'http.method.not-allowed': { becomes: 'http.method.not-allowed' },
  'http.method.trace-off': { becomes: 'http.method.trace-off' },
  'http.accept.unsupported': { becomes: 'http.accept.unsupported' },
  'http.body.unsupported-type': { becomes: 'http.body.unsupported-type' },
  'http.body.malformed-json': { becomes: 'http.body.malformed' },
  'http.date.present': { becomes: 'http.date.present' },
  'http.cache.personal-data': { becomes: 'http.cache.personal-data' },
  'http.url.no-secrets': { becomes: 'authorize.redirect.no-token' },
  'http.hsts': { becomes: 'http.hsts' },
  'http.plain.not-redirected': { becomes: 'tls.plain.refused' },
  'http.cors.no-wildcard-credentials': { becomes: 'http.cors.closed' },
  'http.server.no-version': { becomes: 'http.server.no-version' },
  'http.correlation.echoed': { becomes: 'http.correlation.echoed' },
  'http.correlation.generated': { becomes: 'http.correlation.generated' },
  'http.idempotent.get-safe': { becomes: 'http.get.safe' },
  'http.path.normalised': { becomes: 'http.path.normalised' },
} as const satisfies Fates
