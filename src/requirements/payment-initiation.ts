import type { Area } from './types.ts'

const personal = 'specs/money-movement.yaml#/paths/~1v1~1moneyMovement~1personalDomesticTransfers'
const initiation = 'specs/payment-initiation.yaml#/paths/~1v1~1paymentInitiation'
const repeating = `${initiation}~1repeatingPayments`

/** What payments of a later day and bundles promise. */
export const paymentInitiation = {
  'money.schedule.waits': {
    level: 'MUST',
    text: 'A transfer of a later day moves nothing before that day.',
    source: `${personal}~1preprocess/post`,
    evidence: 'documented',
  },
  'money.schedule.moves': {
    level: 'MUST',
    text: 'A transfer of a later day moves on that day.',
    source: `${personal}~1preprocess/post`,
    evidence: 'documented',
  },
  'money.schedule.repeats': {
    level: 'MUST',
    text: 'A standing instruction moves as often as it says, and not after its end.',
    source: `${personal}~1preprocess/post`,
    evidence: 'documented',
  },
  'money.schedule.past': {
    level: 'SHOULD',
    text: 'A day that is past is refused.',
    source: `${personal}~1preprocess/post`,
    evidence: 'inferred',
  },
  'money.schedule.listed': {
    level: 'SHOULD',
    text: 'A transfer of a later day is listed among the repeating payments.',
    source: `${repeating}/get`,
    evidence: 'inferred',
  },
  'money.schedule.changed': {
    level: 'MUST',
    text: 'A changed payment moves what it was changed to.',
    source: `${repeating}/put`,
    evidence: 'documented',
  },
  'money.schedule.change-password': {
    level: 'SHOULD',
    text: 'The change of a payment waits for its one-time password.',
    source: `${repeating}/put`,
    evidence: 'inferred',
  },
  'money.schedule.ended': {
    level: 'MUST',
    text: 'A payment that was ended never moves again.',
    source: `${initiation}~1{accountId}~1repeatingPayments~1{transactionReferenceId}/delete`,
    evidence: 'documented',
  },
  'money.bundle.password': {
    level: 'SHOULD',
    text: 'A bundle asks for a one-time password and moves nothing before.',
    source: `${initiation}~1multipleTransfers~1async/post`,
    evidence: 'documented',
  },
  'money.bundle.completes': {
    level: 'SHOULD',
    text: 'Every transfer of an accepted bundle is carried out, and its status says so.',
    source: `${initiation}~1multipleTransfers~1{citiBundleId}~1status/get`,
    evidence: 'inferred',
  },
  'money.bundle.own-accounts': {
    level: 'SHOULD',
    text: 'A bundle between own accounts is accepted at once and carried out, as single transfers are.',
    source: `${initiation}~1multipleTransfers~1async/post`,
    evidence: 'inferred',
  },
  'money.bundle.once': {
    level: 'SHOULD',
    text: 'A bundle is carried out once, however often it is confirmed.',
    source: `${initiation}~1multipleTransfers~1confirmation~1async/post`,
    evidence: 'inferred',
  },
  'money.bundle.total': {
    level: 'SHOULD',
    text: 'A bundle whose total is not that of its transfers is refused.',
    source: `${initiation}~1multipleTransfers~1async/post`,
    evidence: 'inferred',
  },
} as const satisfies Area
