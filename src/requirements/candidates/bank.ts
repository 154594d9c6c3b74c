import { aboutTheProject, bindsTheClient } from './reasons.ts'
import type { Fates } from './types.ts'

/** Candidates about what this bank alone promises: certificates of providers, second factors, lifetimes. */
export const bank = {
  'psd2.cert.roles': { becomes: 'registration.certificate.role' },
  'psd2.cert.authority': { becomes: 'registration.certificate.role' },
  'psd2.cert.organisation-id': { becomes: 'registration.statement.organisation' },
  'psd2.cert.role-fits-call': { becomes: 'registration.credentials.scope' },
  'psd2.cert.purpose': { becomes: 'registration.certificate.purpose' },
  'psd2.consent.expired': { becomes: 'authorize.consent.withdrawn' },
  'mfa.challenge.shape': { becomes: 'card-authorization.enrol.asks-factor' },
  'mfa.challenge.not-an-error': { aside: bindsTheClient },
  'mfa.flow.order': { becomes: 'onboarding.stage.order' },
  'mfa.flow.single-use': { becomes: 'card-authorization.activate.once' },
  'mfa.flow.bound': { becomes: 'card-authorization.otp.foreign-flow' },
  'mfa.otp.expiry': { becomes: 'card-authorization.activate.expiry' },
  'mfa.otp.attempts': { becomes: 'card-authorization.otp.tries' },
  'citi.token.lifetime-1800': { becomes: 'token.response.lifetime-1800' },
  'citi.code.lifetime-120': { becomes: 'expiry.code.120s' },
  'citi.refresh.lifetime-30-days': { becomes: 'expiry.refresh-token.30-days' },
  'citi.card-token.lifetimes': { becomes: 'card-authorization.token.declared-lifetimes' },
  'citi.revoke.both-ends': { becomes: 'revoke.access-token.ends-refresh' },
  'citi.market.in-path': { becomes: 'access.market.credentials' },
  'citi.client-id.matches-token': { becomes: 'bearer.foreign-client' },
  'citi.ratelimit.60': { becomes: 'ratelimit.header.limit-60' },
  'citi.double-slash': {
    aside: 'Client kits double the slash after the base address; no document promises that it works.',
  },
  'citi.host.set': { aside: aboutTheProject },
} as const satisfies Fates
