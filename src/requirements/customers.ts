import type { Area } from './types.ts'

const calls = 'specs/customers.yaml#/paths/~1v1~1customers'

/** What customers' own changes promise. */
export const customers = {
  'customers.profile.views-agree': {
    level: 'SHOULD',
    text: 'The basics, the lists of contact details and the view of partners show the customer of the profile.',
    source: `${calls}~1profiles/get`,
    evidence: 'inferred',
  },
  'customers.profile.changed': {
    level: 'SHOULD',
    text: 'A change of the profile reads back, and what it does not name stays.',
    source: `${calls}~1profiles/put`,
    evidence: 'inferred',
  },
  'customers.profile.own': {
    level: 'SHOULD',
    text: "A change of one customer's profile leaves that of another as it was.",
    source: `${calls}~1profiles/put`,
    evidence: 'inferred',
  },
  'customers.address.added': {
    level: 'SHOULD',
    text: 'An address that was added is listed under its number.',
    source: `${calls}~1profiles~1addresses/post`,
    evidence: 'inferred',
  },
  'customers.contact.confirmed': {
    level: 'SHOULD',
    text: 'Email addresses and phone numbers read back once they are confirmed.',
    source: `${calls}~1profiles~1emails~1confirmation/post`,
    evidence: 'inferred',
  },
  'customers.contact.pending': {
    level: 'SHOULD',
    text: 'Email addresses and phone numbers do not count before they are confirmed.',
    source: `${calls}~1profiles~1emails/put`,
    evidence: 'inferred',
  },
  'customers.contact.wrong-password': {
    level: 'SHOULD',
    text: 'A wrong one-time password does not confirm a change.',
    source: `${calls}~1profiles~1emails~1confirmation/post`,
    evidence: 'inferred',
  },
  'customers.contact.once': {
    level: 'SHOULD',
    text: 'A change is confirmed once.',
    source: `${calls}~1profiles~1emails~1confirmation/post`,
    evidence: 'inferred',
  },
  'customers.marketing.read-back': {
    level: 'SHOULD',
    text: 'Which marketing the customer wants reads back, and what was not named stays.',
    source: `${calls}~1marketing~1preferences/post`,
    evidence: 'inferred',
  },
  'customers.alerts.read-back': {
    level: 'SHOULD',
    text: 'An alert that was subscribed to reads back, and the others stay.',
    source: 'specs/customers.yaml#/paths/~1v1~1communications~1alerts~1profilesAndSubscriptions/put',
    evidence: 'inferred',
  },
  'customers.image.read-back': {
    level: 'SHOULD',
    text: 'The picture that was set last is shown.',
    source: `${calls}~1profile~1images/put`,
    evidence: 'inferred',
  },
  'customers.image.deleted': {
    level: 'SHOULD',
    text: 'A picture that was taken away is not found.',
    source: `${calls}~1profile~1images/delete`,
    evidence: 'inferred',
  },
  'customers.offer.answered': {
    level: 'SHOULD',
    text: 'An offer shows the answer of the customer.',
    source: 'specs/customers.yaml#/paths/~1v1~1offers/put',
    evidence: 'inferred',
  },
  'customers.offer.taken-first': {
    level: 'SHOULD',
    text: 'An offer that the customer did not take is not fulfilled.',
    source: 'specs/customers.yaml#/paths/~1v1~1sales~1customers~1offers~1fulfillments/post',
    evidence: 'inferred',
  },
  'customers.offer.fulfilled-once': {
    level: 'SHOULD',
    text: 'An offer is fulfilled once.',
    source: 'specs/customers.yaml#/paths/~1v1~1sales~1customers~1offers~1fulfillments/post',
    evidence: 'inferred',
  },
} as const satisfies Area
