import type { Area } from './types.ts'

/** How payment service providers become clients, and what they may do then. */
export const clientRegistration = {
  'registration.client.created': {
    level: 'MUST',
    text: 'A qualified certificate and a software statement give a client with credentials of its own.',
    source: 'seed-003#create-a-new-client',
    evidence: 'documented',
  },
  'registration.client.read': {
    level: 'MUST',
    text: 'A client reads as it was registered.',
    source: 'rfc7592#section-2.1',
    evidence: 'standard',
  },
  'registration.client.changed': {
    level: 'MUST',
    text: 'A changed client reads as it was changed.',
    source: 'rfc7592#section-2.2',
    evidence: 'standard',
  },
  'registration.client.deleted': {
    level: 'MUST',
    text: 'The credentials of a deleted client are dead.',
    source: 'rfc7592#section-2.3',
    evidence: 'standard',
  },
  'registration.client.deleted-tokens': {
    level: 'MUST',
    text: 'The tokens of a deleted client are dead.',
    source:
      'specs/client-registration.yaml#/paths/~1openapi~1v1~1auth~1clients~1register~1{client_id}/delete',
    evidence: 'documented',
  },
  'registration.client.unknown': {
    level: 'MUST',
    text: 'A client id that nobody has is refused with 401.',
    source: 'rfc7592#section-2.1',
    evidence: 'standard',
  },
  'registration.client.unknown-revokes': {
    level: 'MUST',
    text: 'Whoever asks for a client id that nobody has loses the token.',
    source: 'specs/client-registration.yaml#/paths/~1openapi~1v1~1auth~1clients~1register~1{client_id}',
    evidence: 'documented',
  },
  'registration.client.foreign': {
    level: 'MUST',
    text: 'A provider does not see the client of another provider.',
    source: 'owasp-api-2023#api1',
    evidence: 'standard',
  },
  'registration.token.only': {
    level: 'MUST',
    text: 'A token of another scope does not open registration.',
    source: 'specs/client-registration.yaml#/components/securitySchemes/clientCredentials',
    evidence: 'documented',
  },
  'registration.certificate.required': {
    level: 'MUST',
    text: 'Without a certificate there is no registration.',
    source: 'eu-2018-389#article-34',
    evidence: 'standard',
  },
  'registration.certificate.expired': {
    level: 'MUST',
    text: 'An expired certificate is refused.',
    source: 'rfc5280#section-6.1.3',
    evidence: 'standard',
  },
  'registration.certificate.untrusted': {
    level: 'MUST',
    text: 'A certificate of an issuer that the bank does not trust is refused.',
    source: 'rfc5280#section-6.1.3',
    evidence: 'standard',
  },
  'registration.certificate.role': {
    level: 'MUST',
    text: 'A certificate that names no role of a payment service provider is refused.',
    source: 'eu-2018-389#article-34',
    evidence: 'standard',
  },
  'registration.certificate.purpose': {
    level: 'MUST',
    text: 'A certificate for seals does not open a connection.',
    source: 'etsi-ts-119-495#section-4.2',
    evidence: 'standard',
  },
  'registration.statement.organisation': {
    level: 'MUST',
    text: 'A statement of another organisation than that of the certificate is refused.',
    source: 'seed-003#psd2-credentials-from-the-certificate',
    evidence: 'documented',
  },
  'registration.statement.role': {
    level: 'MUST',
    text: 'A statement that claims a role which the certificate does not hold is refused.',
    source: 'etsi-ts-119-495#section-4.5.2',
    evidence: 'standard',
  },
  'registration.statement.signed': {
    level: 'MUST',
    text: 'A statement without a signature is refused.',
    source: 'rfc7591#section-2.3',
    evidence: 'standard',
  },
  'registration.statement.expired': {
    level: 'MUST',
    text: 'An expired statement is refused.',
    source: 'rfc7519#section-4.1.4',
    evidence: 'standard',
  },
  'registration.statement.replayed': {
    level: 'SHOULD',
    text: 'A statement works once.',
    source: 'rfc7519#section-4.1.7',
    evidence: 'standard',
  },
  'registration.credentials.three-legged': {
    level: 'MUST',
    text: 'The credentials of a registered client work in the three-legged flow.',
    source: 'seed-003#psd2-three-legged-only',
    evidence: 'documented',
  },
  'registration.credentials.no-two-legged': {
    level: 'MUST',
    text: 'A registered client gets no two-legged token.',
    source: 'seed-003#psd2-three-legged-only',
    evidence: 'documented',
  },
  'registration.credentials.scope': {
    level: 'SHOULD',
    text: 'A registered client cannot ask for more than its roles allow.',
    source: 'rfc7591#section-2',
    evidence: 'standard',
  },
} as const satisfies Area
