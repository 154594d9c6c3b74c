import { paymentInitiation } from './payment-initiation.ts'
import type { Area } from './types.ts'

const paths = 'specs/money-movement.yaml#/paths'
const transfers = `${paths}/~1v1~1moneyMovement`
const personal = `${transfers}~1personalDomesticTransfers`
const wires = 'specs/international-transfers.yaml#/paths/~1v1~1moneyMovement~1crossBorderWireTransfers'

/** What moving money promises. */
export const moneyMovement = {
  'money.personal.moves': {
    level: 'MUST',
    text: 'A transfer between own accounts lowers one balance and raises the other by the quoted amounts.',
    source: `${personal}/post`,
    evidence: 'documented',
  },
  'money.transfer.balance-told': {
    level: 'MUST',
    text: 'The answer of a transfer tells what the account has left to spend.',
    source: `${personal}/post`,
    evidence: 'documented',
  },
  'money.books.transaction': {
    level: 'SHOULD',
    text: 'A transfer stands among the transactions of its account under its reference.',
    source: `${personal}/post`,
    evidence: 'inferred',
  },
  'money.books.exact': {
    level: 'SHOULD',
    text: 'Amounts never drift: many small transfers move exactly their sum.',
    source: `${personal}/post`,
    evidence: 'inferred',
  },
  'money.books.arrives': {
    level: 'SHOULD',
    text: 'A transfer within the bank arrives on the account of the payee.',
    source: `${transfers}~1internalDomesticTransfers/post`,
    evidence: 'inferred',
  },
  'money.eligibility.agrees': {
    level: 'SHOULD',
    text: 'What an account can give is not more than the balance that the Accounts API shows.',
    source: `${personal}~1destinationAccounts~1sourceAccounts/get`,
    evidence: 'inferred',
  },
  'money.quote.charged': {
    level: 'MUST',
    text: 'A transfer takes the quoted amount and the quoted fee, no more and no less.',
    source: `${wires}~1preprocess/post`,
    evidence: 'documented',
  },
  'money.quote.rate': {
    level: 'MUST',
    text: 'The amounts of a quote agree with its rate.',
    source: `${wires}~1preprocess/post`,
    evidence: 'documented',
  },
  'money.quote.held': {
    level: 'SHOULD',
    text: 'A quote stands until its transfer is made, whatever rates do in between.',
    source: `${wires}~1preprocess/post`,
    evidence: 'inferred',
  },
  'money.password.first': {
    level: 'MUST',
    text: 'A transfer to somebody else asks for a one-time password and moves nothing before.',
    source: 'seed-001#mfa',
    evidence: 'documented',
  },
  'money.password.completes': {
    level: 'MUST',
    text: 'Once its one-time password is validated a transfer is made.',
    source: 'seed-001#mfa',
    evidence: 'documented',
  },
  'money.password.wrong': {
    level: 'MUST',
    text: 'A wrong one-time password opens no transfer.',
    source: 'seed-001#mfa',
    evidence: 'documented',
  },
  'money.flow.once': {
    level: 'SHOULD',
    text: 'A control flow moves money once, however often and however quickly it is sent.',
    source: `${personal}/post`,
    evidence: 'inferred',
  },
  'money.flow.unknown': {
    level: 'SHOULD',
    text: 'An unknown control flow is refused with invalidControlFlowId.',
    source: `${personal}/post`,
    evidence: 'observed',
  },
  'money.flow.foreign': {
    level: 'SHOULD',
    text: 'The control flow of another customer is refused.',
    source: `${personal}/post`,
    evidence: 'inferred',
  },
  'money.flow.market': {
    level: 'SHOULD',
    text: 'The control flow of another market is refused.',
    source: `${personal}/post`,
    evidence: 'inferred',
  },
  'money.flow.kind': {
    level: 'SHOULD',
    text: 'A control flow is good for the kind of transfer that it was quoted for.',
    source: `${transfers}~1externalDomesticTransfers/post`,
    evidence: 'inferred',
  },
  'money.refused.funds': {
    level: 'SHOULD',
    text: 'A transfer that the account cannot pay is refused.',
    source: `${personal}~1preprocess/post`,
    evidence: 'inferred',
  },
  'money.refused.limit': {
    level: 'SHOULD',
    text: 'A transfer above the limit that is told is refused.',
    source: `${transfers}~1accountProxyTransfers~1preprocess~1adhocWithPayeeCreation/post`,
    evidence: 'inferred',
  },
  'money.refused.amount': {
    level: 'SHOULD',
    text: 'An amount of nothing, below nothing or of parts of the smallest coin is refused.',
    source: `${personal}~1preprocess/post`,
    evidence: 'inferred',
  },
  'money.refused.iban': {
    level: 'SHOULD',
    text: 'An IBAN whose check digits are wrong is refused.',
    source:
      'specs/international-transfers.yaml#/paths/~1v1~1emea~1moneyMovement~1sepaTransfers~1preprocess~1adhoc/post',
    evidence: 'inferred',
  },
  'money.refused.reference-data': {
    level: 'SHOULD',
    text: 'A value outside the reference data is refused, and the field is named.',
    source: `${personal}~1preprocess/post`,
    evidence: 'observed',
  },
  'money.refused.source': {
    level: 'SHOULD',
    text: 'An account of another customer gives no money.',
    source: `${personal}~1preprocess/post`,
    evidence: 'observed',
  },
  'money.refused.same-account': {
    level: 'SHOULD',
    text: 'An account does not give money to itself.',
    source: `${personal}~1preprocess/post`,
    evidence: 'inferred',
  },
  'money.refused.payee': {
    level: 'SHOULD',
    text: 'A payee of another customer is not paid.',
    source: `${transfers}~1internalDomesticTransfers~1preprocess/post`,
    evidence: 'inferred',
  },
  'money.refused.inactive-payee': {
    level: 'SHOULD',
    text: 'A payee that is not active is not paid.',
    source: `${transfers}~1externalDomesticTransfer~1preprocess/post`,
    evidence: 'inferred',
  },
  'money.payee.kept': {
    level: 'MUST',
    text: 'A new payee is kept once the transfer was made, and not before.',
    source: `${transfers}~1externalDomesticTransfers~1preprocess~1adhocWithPayeeCreation/post`,
    evidence: 'documented',
  },
  'money.payee.agrees': {
    level: 'MUST',
    text: 'A payee reads as it is listed.',
    source: `${transfers}~1payees~1{payeeId}/get`,
    evidence: 'documented',
  },
  'money.bill.closed': {
    level: 'SHOULD',
    text: 'A bill that was paid is no longer open.',
    source: 'specs/bill-payments.yaml#/paths/~1v1~1moneyMovement~1billPayments/post',
    evidence: 'inferred',
  },
  ...paymentInitiation,
} as const satisfies Area
