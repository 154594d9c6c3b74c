import { cardLimitDefects } from './card-limits.ts'
import { instalmentDefects } from './instalments.ts'
import { type Defect, isSuccessOf, rewrite, withEvery, without } from './defect.ts'

const use: readonly Defect[] = [
  { id: 'card-list-unfiltered', breaks: 'cards.list.function-filter', apply: without('cards.filter') },
  {
    id: 'card-function-need-not-be-known',
    breaks: 'cards.list.function-unknown',
    apply: without('cards.function-known', 'cards.filter'),
  },
  { id: 'card-switch-forgotten', breaks: 'cards.switch.reads-back', apply: without('cards.switch-kept') },
  { id: 'card-switched-without-factor', breaks: 'cards.switch.factor', apply: without('mfa.required') },
  {
    id: 'card-confirmed-without-password',
    breaks: 'cards.confirm.needs-otp',
    apply: without('mfa.verified'),
  },
  { id: 'card-confirmed-twice', breaks: 'cards.confirm.once', apply: without('flow.single-use') },
  { id: 'card-confirmed-by-anybody', breaks: 'cards.confirm.own', apply: without('flow.owner') },
  {
    id: 'card-not-activated-before-login',
    breaks: 'cards.before-login.activates',
    apply: without('cards.before-login'),
  },
  {
    id: 'card-activated-before-login-by-anybody',
    breaks: 'cards.before-login.needs-otp',
    apply: without('mfa.verified'),
  },
  { id: 'lost-card-shown-as-usual', breaks: 'cards.lost.shown', apply: without('cards.report-kept') },
  { id: 'lost-card-switched-on', breaks: 'cards.lost.blocked', apply: without('cards.blocked') },
  { id: 'lost-card-keeps-its-number', breaks: 'cards.lost.replaced', apply: without('cards.replacement') },
  { id: 'any-text-as-pin', breaks: 'cards.pin.form', apply: without('cards.pin-form') },
  { id: 'any-security-code', breaks: 'cards.security-code.wrong', apply: without('cards.security-code') },
  {
    id: 'encrypted-security-code-not-read',
    breaks: 'cards.security-code.encrypted',
    apply: without('cards.decrypted'),
  },
]

const abroad: readonly Defect[] = [
  {
    id: 'overseas-use-forgotten',
    breaks: 'cards.overseas.reads-back',
    apply: without('cards.overseas-kept'),
  },
  { id: 'travel-plan-forgotten', breaks: 'cards.travel.reads-back', apply: without('cards.plan-kept') },
  { id: 'travel-plan-kept-beside', breaks: 'cards.travel.replaced', apply: without('cards.plan-replaced') },
  { id: 'travel-plan-not-deleted', breaks: 'cards.travel.deleted', apply: without('cards.plan-deleted') },
  { id: 'travel-plan-backwards', breaks: 'cards.travel.order', apply: without('cards.dates-in-order') },
  { id: 'account-not-linked', breaks: 'cards.currencies.linked', apply: without('cards.linking') },
  { id: 'account-not-unlinked', breaks: 'cards.currencies.unlinked', apply: without('cards.unlinking') },
  { id: 'any-currency-added', breaks: 'cards.currencies.offered', apply: without('cards.currency-offered') },
  {
    id: 'foreign-account-linked',
    breaks: 'cards.currencies.own-accounts',
    apply: without('cards.accounts-own'),
  },
]

const reading: readonly Defect[] = [
  {
    id: 'supplementary-card-of-nobody',
    breaks: 'cards.family.listed',
    apply: rewrite(isSuccessOf('listSupplementaryCards'), withEvery('cardId', '5f'.repeat(44))),
  },
  {
    id: 'partial-summaries-as-whole',
    breaks: 'cards.statements.partial',
    apply: rewrite(isSuccessOf('searchStatementSummaries'), (answer) => ({ ...answer, status: 200 })),
  },
  {
    id: 'points-on-every-card',
    breaks: 'cards.points.none',
    apply: without('cards.points-none'),
  },
  { id: 'points-lost', breaks: 'cards.points.add-up', apply: without('cards.points-add-up') },
]

/** Mistakes with cards. */
export const cardsDefects: readonly Defect[] = [
  ...use,
  ...abroad,
  ...reading,
  ...cardLimitDefects,
  ...instalmentDefects,
]
