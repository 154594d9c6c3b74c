import { bindsTheClient, notPromised } from './reasons.ts'
import type { Fates } from './types.ts'

/** Candidates about renewing access and ending it. */
export const refreshAndRevoke = {
  'refresh.client-auth': { becomes: 'refresh.client-auth' },
  'refresh.bound-to-client': { becomes: 'refresh.bound-to-client' },
  'refresh.unknown-token': { becomes: 'refresh.unknown-token' },
  'refresh.scope-not-wider': { becomes: 'refresh.scope-not-wider' },
  'refresh.rotation-replaces': { becomes: 'refresh.rotation-replaces' },
  'refresh.reuse-kills-family': { becomes: 'refresh.reuse-kills-family' },
  'refresh.race': { becomes: 'refresh.race' },
  'refresh.old-access-token': { aside: notPromised },
  'refresh.absolute-expiry': { aside: notPromised },
  'refresh.idle-expiry': { becomes: 'expiry.refresh-token.30-days' },
  'refresh.response-complete': { becomes: 'refresh.flow.new-pair' },
  'refresh.client-discards-old': { aside: bindsTheClient },
  'refresh.client-single-flight': { aside: bindsTheClient },
  'refresh.client-early': { aside: bindsTheClient },
  'revoke.post-form': { becomes: 'revoke.request.post-only' },
  'revoke.client-auth': { becomes: 'revoke.client-auth' },
  'revoke.effective': { becomes: 'revoke.access-token.effective' },
  'revoke.refresh-supported': { becomes: 'revoke.refresh-token.effective' },
  'revoke.access-supported': { becomes: 'revoke.access-token.effective' },
  'revoke.cascade-down': { becomes: 'revoke.refresh-token.ends-access' },
  'revoke.cascade-up': { becomes: 'revoke.access-token.ends-refresh' },
  'revoke.unknown-token-ok': { becomes: 'revoke.unknown-token-ok' },
  'revoke.foreign-token': { becomes: 'revoke.foreign-token' },
  'revoke.hint-optional': { becomes: 'revoke.hint-optional' },
  'revoke.idempotent': { becomes: 'revoke.idempotent' },
  'revoke.503-means-alive': { aside: bindsTheClient },
} as const satisfies Fates
