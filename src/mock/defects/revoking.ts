import { without, type Defect } from './defect.ts'

/** Mistakes in taking access back. */
export const revokingDefects: readonly Defect[] = [
  { id: 'revoke-without-credentials', breaks: 'revoke.client-auth', apply: without('revoke.auth') },
  { id: 'revoke-does-nothing', breaks: 'revoke.access-token.effective', apply: without('revoke.effective') },
  {
    id: 'revoke-refresh-does-nothing',
    breaks: 'revoke.refresh-token.effective',
    apply: without('revoke.refresh-effective'),
  },
  {
    id: 'revoke-leaves-refresh-token',
    breaks: 'revoke.access-token.ends-refresh',
    apply: without('revoke.ends-refresh'),
  },
  {
    id: 'revoke-leaves-access-token',
    breaks: 'revoke.refresh-token.ends-access',
    apply: without('revoke.ends-access'),
  },
  { id: 'revoke-for-anybody', breaks: 'revoke.foreign-token', apply: without('revoke.owner') },
  { id: 'revoke-believes-the-hint', breaks: 'revoke.wrong-hint', apply: without('revoke.hint-harmless') },
  { id: 'revoke-unknown-fails', breaks: 'revoke.unknown-token-ok', apply: without('revoke.unknown-ok') },
  { id: 'revoke-twice-fails', breaks: 'revoke.idempotent', apply: without('revoke.idempotent') },
  { id: 'revoke-by-get', breaks: 'revoke.request.post-only', apply: without('token.post') },
]
