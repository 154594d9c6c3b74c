import { type Defect, isSuccessOf, rewrite, withEvery, without } from './defect.ts'

const market = 'au' as const

/** Mistakes in the journeys of customers. */
export const customersDefects: readonly Defect[] = [
  {
    id: 'basics-of-someone-else',
    breaks: 'customers.profile.views-agree',
    market,
    apply: rewrite(isSuccessOf('getBasicProfile'), withEvery('fullName', 'Someone Else')),
  },
  {
    id: 'profile-changes-lost',
    breaks: 'customers.profile.changed',
    market,
    apply: without('customers.profile-kept'),
  },
  {
    id: 'profile-changes-everybody',
    breaks: 'customers.profile.own',
    market,
    apply: without('customers.profile-own'),
  },
  {
    id: 'address-lost',
    breaks: 'customers.address.added',
    market,
    apply: without('customers.address-kept'),
  },
  {
    id: 'contact-changes-lost',
    breaks: 'customers.contact.confirmed',
    market,
    apply: without('customers.contact-kept'),
  },
  {
    id: 'contact-changes-at-once',
    breaks: 'customers.contact.pending',
    market,
    apply: without('customers.confirmed-first'),
  },
  {
    id: 'contact-any-password',
    breaks: 'customers.contact.wrong-password',
    market,
    apply: without('otp.right'),
  },
  {
    id: 'contact-confirmed-again',
    breaks: 'customers.contact.once',
    market,
    apply: without('flow.single-use'),
  },
  {
    id: 'marketing-lost',
    breaks: 'customers.marketing.read-back',
    market,
    apply: without('customers.marketing-kept'),
  },
  {
    id: 'alerts-lost',
    breaks: 'customers.alerts.read-back',
    market,
    apply: without('customers.alerts-kept'),
  },
  {
    id: 'first-picture-stays',
    breaks: 'customers.image.read-back',
    market,
    apply: without('customers.image-replaced'),
  },
  {
    id: 'picture-stays',
    breaks: 'customers.image.deleted',
    market,
    apply: without('customers.image-deleted'),
  },
  {
    id: 'answers-to-offers-lost',
    breaks: 'customers.offer.answered',
    market,
    apply: without('customers.offer-answered'),
  },
  {
    id: 'offer-fulfilled-unasked',
    breaks: 'customers.offer.taken-first',
    market,
    apply: without('customers.offer-taken'),
  },
  {
    id: 'offer-fulfilled-again',
    breaks: 'customers.offer.fulfilled-once',
    market,
    apply: without('customers.offer-once'),
  },
]
