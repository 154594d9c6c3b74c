import { type Defect, without } from './defect.ts'

/** Mistakes with the limits of cards, and with corporate cards. */
export const cardLimitDefects: readonly Defect[] = [
  { id: 'limit-not-raised', breaks: 'cards.limit.raised', apply: without('cards.limit-kept') },
  { id: 'limit-for-a-time-not-kept', breaks: 'cards.limit.temporary', apply: without('cards.limit-kept') },
  { id: 'limit-above-the-highest', breaks: 'cards.limit.highest', apply: without('cards.highest-limit') },
  { id: 'limit-ends-before-it-begins', breaks: 'cards.limit.order', apply: without('cards.dates-in-order') },
  { id: 'limit-lowered-without-consent', breaks: 'cards.limit.consent', apply: without('cards.consent') },
  { id: 'limit-raised-by-lowering', breaks: 'cards.limit.lower-only', apply: without('cards.limit-falls') },
  { id: 'limit-below-what-is-owed', breaks: 'cards.limit.owed', apply: without('cards.lowest-limit') },
  {
    id: 'contactless-limit-forgotten',
    breaks: 'cards.contactless.reads-back',
    apply: without('cards.contactless-kept'),
  },
  {
    id: 'contactless-limit-above-the-highest',
    breaks: 'cards.contactless.highest',
    apply: without('cards.highest-contactless'),
  },
  {
    id: 'corporate-limit-forgotten',
    breaks: 'cards.corporate.credit-limit',
    apply: without('corporate.limit-kept'),
  },
  {
    id: 'corporate-card-not-suspended',
    breaks: 'cards.corporate.status',
    apply: without('corporate.status-kept'),
  },
  {
    id: 'lost-corporate-card-active',
    breaks: 'cards.corporate.lost',
    apply: without('corporate.report-kept'),
  },
  {
    id: 'corporate-card-never-closes',
    breaks: 'cards.corporate.closure',
    apply: without('corporate.closure-kept'),
  },
  {
    id: 'corporate-cash-limit-forgotten',
    breaks: 'cards.corporate.cash-limits',
    apply: without('corporate.cash-kept'),
  },
]
