import { type Defect, without } from './defect.ts'

const mistakes: readonly Omit<Defect, 'market'>[] = [
  { id: 'partner-code-unknown', breaks: 'partner.flow.tokens', apply: without('partner.flow') },
  { id: 'partner-keeps-own-tokens', breaks: 'partner.flow.shared', apply: without('partner.shared') },
  { id: 'partner-takes-used-code', breaks: 'partner.code.once', apply: without('partner.code-once') },
  {
    id: 'partner-speaks-oauth',
    breaks: 'partner.error.model',
    alsoBreaks: ['error.code-known', 'shape.body.documented', 'shape.body.undocumented-field'],
    apply: without('partner.error-model'),
  },
]

/** Mistakes at the addresses of the partner portal, which the United States alone have. */
export const partnerDefects: readonly Defect[] = mistakes.map((mistake) => ({ ...mistake, market: 'us' }))
