import type { Area } from './types.ts'

const paths = 'specs/money-movement.yaml#/paths'
const transfers = `${paths}/~1v1~1moneyMovement`
const personal = `${transfers}~1personalDomesticTransfers`
const wires = 'specs/international-transfers.yaml#/paths/~1v1~1moneyMovement~1crossBorderWireTransfers'
const initiation = 'specs/payment-initiation.yaml#/paths/~1v1~1paymentInitiation'
const repeating = `${initiation}~1repeatingPayments`

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
    source: 'seed-001#multi-factor',
    evidence: 'documented',
  },
  'money.password.completes': {
    level: 'MUST',
    text: 'Once its one-time password is validated a transfer is made.',
    source: 'seed-001#multi-factor',
    evidence: 'documented',
  },
  'money.password.wrong': {
    level: 'MUST',
    text: 'A wrong one-time password opens no transfer.',
    source: 'seed-001#multi-factor',
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
