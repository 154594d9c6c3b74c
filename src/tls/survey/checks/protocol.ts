import { versionNames } from '../../raw/numbers.ts'
import { expects, expectsNone, type Judgement, judgeSeen, type SurveyCheck } from '../check.ts'
import { findDoubt, type SurveyFacts } from '../facts.ts'

const FEWEST_DH_BITS = 2048

/** What a host does in handshakes beside agreeing on a version and a suite. */
export const protocolChecks: readonly SurveyCheck[] = [
  { rule: 'tls.key-exchange.dh-size', judge: judgeGroups },
  {
    rule: 'tls.key-exchange.curve',
    judge: ({ features }) =>
      judgeSeen(features.weakCurve, (curve) => expectsNone(curve === '' ? [] : [curve])),
  },
  {
    rule: 'tls.renegotiation.secure',
    judge: ({ features }) =>
      judgeSeen(features.secureRenegotiation, (is) => expects('bound', is ? 'bound' : 'not bound')),
  },
  {
    rule: 'tls.renegotiation.by-client',
    judge: ({ renegotiation }) =>
      judgeSeen(renegotiation, (is) => expects('refused', is ? 'accepted' : 'refused')),
  },
  {
    rule: 'tls.session.extended-master-secret',
    judge: ({ features }) =>
      judgeSeen(features.extendedMasterSecret, (is) => expects('bound', is ? 'bound' : 'not bound')),
  },
  { rule: 'tls.session.resumption', judge: judgeResumption },
  {
    rule: 'tls.compression.none',
    judge: ({ features }) =>
      judgeSeen(features.compression, (is) => expects('refused', is ? 'chosen' : 'refused')),
  },
  { rule: 'tls.name.understood', judge: judgeName },
]

function judgeGroups(facts: SurveyFacts): Judgement {
  const { suites } = facts
  const finite = suites.accepted.filter(({ keyExchange }) => keyExchange?.kind === 'dh')
  const small = finite.flatMap(({ version, suite, keyExchange }) =>
    keyExchange?.kind === 'dh' && keyExchange.bits < FEWEST_DH_BITS
      ? [`${keyExchange.bits} bits for ${suite.name} (${versionNames[version]})`]
      : [],
  )
  const doubt = findDoubt(facts) ?? suites.unclear[0]?.reason
  if (small.length === 0 && doubt !== undefined) return { status: 'unclear', reason: doubt }
  return expectsNone(small)
}

function judgeResumption({ resumption }: SurveyFacts): Judgement {
  const answers = Object.entries(resumption)
  const resumed = answers.filter(([, answer]) => 'seen' in answer && answer.seen).map(([version]) => version)
  if (resumed.length > 0)
    return { status: 'passed', expected: 'resumed', actual: `resumed (${resumed.join(', ')})` }
  const open = answers.flatMap(([, answer]) => ('unclear' in answer ? [answer.unclear] : []))
  if (open[0] !== undefined) return { status: 'unclear', reason: open[0] }
  const isAsked = answers.some(([, answer]) => 'seen' in answer)
  return isAsked ? expects('resumed', 'never') : { status: 'not observed', reason: 'no version that resumes' }
}

function judgeName({ features }: SurveyFacts): Judgement {
  const { own, none } = features.name
  if (/ServerHello/.test(own)) return expects('sent a ServerHello', own)
  return /ServerHello/.test(none)
    ? expects('sent a ServerHello', own)
    : { status: 'unclear', reason: `without a name the host ${none}` }
}
