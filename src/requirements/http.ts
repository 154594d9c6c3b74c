import type { Area } from './types.ts'

/** HTTP as every answer speaks it. */
export const http = {
  'http.status.documented': {
    level: 'MUST',
    text: 'Every status that comes back is in the document of its operation.',
    source: 'openapi#responses-object',
    evidence: 'documented',
  },
  'http.content-type.documented': {
    level: 'MUST',
    text: 'The media type of an answer is the documented one.',
    source: 'openapi#response-object',
    evidence: 'documented',
  },
  'http.json.valid': {
    level: 'MUST',
    text: 'A JSON answer is well-formed UTF-8 without byte order mark.',
    source: 'rfc8259#section-8.1',
    evidence: 'standard',
  },
  'http.json.unique-names': {
    level: 'SHOULD',
    text: 'The names within a JSON object are unique.',
    source: 'rfc8259#section-4',
    evidence: 'standard',
  },
  'http.method.not-allowed': {
    level: 'MUST',
    text: 'A method that is not offered gives 405 with Allow.',
    source: 'rfc9110#section-15.5.6',
    evidence: 'standard',
  },
  'http.method.trace-off': {
    level: 'SHOULD',
    text: 'TRACE is not served.',
    source: 'asvs5#13.4.4',
    evidence: 'standard',
  },
  'http.path.unknown': {
    level: 'MUST',
    text: 'An address that does not exist gives 404.',
    source: 'seed-000#trouble-404',
    evidence: 'documented',
  },
  'http.accept.unsupported': {
    level: 'SHOULD',
    text: 'An Accept that cannot be met gives 406, never 500.',
    source: 'rfc9110#section-15.5.7',
    evidence: 'standard',
  },
  'http.body.unsupported-type': {
    level: 'SHOULD',
    text: 'A body of the wrong media type gives 415 or 400.',
    source: 'rfc9110#section-15.5.16',
    evidence: 'standard',
  },
  'http.body.malformed': {
    level: 'MUST',
    text: 'A malformed JSON body gives 400, never 500.',
    source: 'seed-000#trouble-400',
    evidence: 'documented',
  },
  'http.body.too-large': {
    level: 'SHOULD',
    text: 'A body that is far too large gives 413 or 400, never 500.',
    source: 'rfc9110#section-15.5.14',
    evidence: 'standard',
  },
  'http.date.present': {
    level: 'SHOULD',
    text: 'An answer carries a valid Date.',
    source: 'rfc9110#section-6.6.1',
    evidence: 'standard',
  },
  'http.cache.personal-data': {
    level: 'MUST',
    text: 'Answers with customer data are not kept by a cache.',
    source: 'asvs5#14.3.2',
    evidence: 'standard',
  },
  'http.hsts': {
    level: 'SHOULD',
    text: 'An answer sends Strict-Transport-Security.',
    source: 'rfc9325#section-3.2',
    evidence: 'standard',
  },
  'http.server.no-version': {
    level: 'SHOULD',
    text: 'Headers reveal no version of a server.',
    source: 'asvs5#13.4.6',
    evidence: 'standard',
  },
  'http.cors.closed': {
    level: 'MUST',
    text: 'Cross-origin rules never allow any origin with credentials.',
    source: 'owasp-api-2023#api8',
    evidence: 'standard',
  },
  'http.correlation.echoed': {
    level: 'SHOULD',
    text: 'The uuid of a request comes back unchanged.',
    source: 'specs/accounts.yaml#/components/parameters/uuid',
    evidence: 'observed',
  },
  'http.get.safe': {
    level: 'MUST',
    text: 'Reading twice gives the same answer.',
    source: 'rfc9110#section-9.2.1',
    evidence: 'standard',
  },
  'http.path.normalised': {
    level: 'SHOULD',
    text: 'Double slashes and other letter cases open no way around the token.',
    source: 'owasp-api-2023#api9',
    evidence: 'standard',
  },
  'http.cache.refusals': {
    level: 'SHOULD',
    text: 'A refusal of a resource is not kept by a cache.',
    source: 'rfc9111#section-3',
    evidence: 'standard',
  },
  'http.cache.fresh': {
    level: 'MUST',
    text: 'Answers with tokens or customer data never come out of a cache.',
    source: 'asvs5#14.3.2',
    evidence: 'standard',
  },
  'http.correlation.generated': {
    level: 'SHOULD',
    text: 'An answer carries a number that the gateway gave the call.',
    source: 'specs/accounts.yaml#/paths',
    evidence: 'observed',
  },
} as const satisfies Area
