import { rewrite, withFields, without, type Defect } from './defect.ts'

/** Mistakes in renewing tokens. */
export const refreshingDefects: readonly Defect[] = [
  { id: 'refresh-without-credentials', breaks: 'refresh.client-auth', apply: without('refresh.auth') },
  { id: 'refresh-for-any-client', breaks: 'refresh.bound-to-client', apply: without('refresh.client') },
  {
    id: 'any-refresh-token',
    breaks: 'refresh.unknown-token',
    alsoBreaks: ['refresh.access-token-refused'],
    apply: without('refresh.known'),
  },
  { id: 'access-token-refreshes', breaks: 'refresh.access-token-refused', apply: without('refresh.kind') },
  { id: 'scope-widened', breaks: 'refresh.scope-not-wider', apply: without('refresh.scope') },
  {
    id: 'refresh-token-not-rotated',
    breaks: 'refresh.rotation-replaces',
    apply: without('refresh.rotation', 'refresh.family'),
  },
  { id: 'family-survives-reuse', breaks: 'refresh.reuse-kills-family', apply: without('refresh.family') },
  { id: 'refresh-race-lost', breaks: 'refresh.race', apply: without('refresh.rotation', 'refresh.family') },
  {
    id: 'refresh-gives-the-old-access-token',
    breaks: 'refresh.flow.new-pair',
    apply: without('refresh.new-pair'),
  },
  {
    id: 'refresh-gives-no-new-refresh-token',
    breaks: 'refresh.flow.new-pair',
    apply: rewrite((_, { path }) => path.endsWith('/refresh'), withFields({ refresh_token: undefined })),
  },
]
