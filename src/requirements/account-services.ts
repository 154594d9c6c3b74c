import type { Area } from './types.ts'

const calls = 'specs/account-services.yaml#/paths'

/** The journeys of account services. */
export const accountServices = {
  'account-services.consent.read-back': {
    level: 'MUST',
    text: 'A consent that was given or withdrawn reads back.',
    source: `${calls}/~1v1~1accounts~1{accountId}~1consents/post`,
    evidence: 'documented',
  },
  'account-services.clear-data.agrees': {
    level: 'MUST',
    text: 'A clear account number ends with the digits that its mask shows.',
    source: `${calls}/~1v1~1accounts~1clearData~1retrieve/post`,
    evidence: 'documented',
  },
  'account-services.clear-data.owner': {
    level: 'MUST',
    text: 'A clear account number is shown to its customer only.',
    source: `${calls}/~1v1~1accounts~1clearData~1retrieve/post`,
    evidence: 'documented',
  },
  'account-services.closure.agrees': {
    level: 'MUST',
    text: 'What is open before a closure agrees with the balance of the account.',
    source: `${calls}/~1v1~1accounts~1{accountId}~1closure~1balances/get`,
    evidence: 'documented',
  },
  'account-services.closure.loans': {
    level: 'SHOULD',
    text: 'Running loans are to be paid before a closure.',
    source: `${calls}/~1v1~1accounts~1{accountId}~1closure~1balances/get`,
    evidence: 'inferred',
  },
  'account-services.closure.consent': {
    level: 'SHOULD',
    text: 'No account is closed without the consent of the customer.',
    source: `${calls}/~1v1~1accounts~1closure/post`,
    evidence: 'inferred',
  },
  'account-services.funds.agree': {
    level: 'MUST',
    text: 'An account can pay what is available on it, and not a cent more.',
    source: `${calls}/~1v1~1accounts~1{accountId}~1funds~1sufficiencyCheck/get`,
    evidence: 'documented',
  },
  'account-services.transaction.agrees': {
    level: 'MUST',
    text: 'The details of a transaction agree with the list.',
    source: `${calls}/~1v1~1accounts~1{accountId}~1transactions~1{transactionReferenceId}~1details/get`,
    evidence: 'documented',
  },
  'account-services.transaction.confirmed': {
    level: 'SHOULD',
    text: 'After a one-time password every account shows the transactions of its list.',
    source: 'specs/accounts.yaml#/paths/~1v1~1accounts~1{accountId}~1transactions~1confirmation/post',
    evidence: 'inferred',
  },
  'account-services.transaction.once': {
    level: 'SHOULD',
    text: 'A control flow shows transactions once.',
    source: 'specs/accounts.yaml#/paths/~1v1~1accounts~1{accountId}~1transactions~1confirmation/post',
    evidence: 'inferred',
  },
  'account-services.access-code.fresh': {
    level: 'SHOULD',
    text: 'Every access code is another one.',
    source: `${calls}/~1partner~1v1~1accounts~1{accountId}~1accessCodes/get`,
    evidence: 'inferred',
  },
} as const satisfies Area
