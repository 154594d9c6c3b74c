import { expects, type Judgement, judgeSeen, type SurveyCheck } from '../check.ts'
import type { ClientFacts, ClientOutcome } from '../client-probe.ts'
import type { SurveyFacts } from '../facts.ts'
import type { SurveyRuleId } from '../rules.ts'

/** 180 days; less is a trial. */
const SHORTEST_SECONDS = 15_552_000

/** What stands on a host's connections: HTTP, and clients that must show who they are. */
export const applicationChecks: readonly SurveyCheck[] = [
  { rule: 'tls.plain.refused', judge: judgePlain },
  {
    rule: 'tls.http.strict-transport',
    judge: ({ http }) => judgeSeen(http, ({ strictTransport }) => judgeStrict(strictTransport)),
  },
  client('tls.client.none-refused', ({ none, right }) => judgeRefusal(none, right)),
  client('tls.client.wrong-refused', ({ wrong, right }) => judgeRefusal(wrong, right)),
  client('tls.client.right-accepted', ({ right }) => judgeAcceptance(right)),
]

function judgePlain({ plainHttp }: SurveyFacts): Judgement {
  if (plainHttp.kind === 'unclear') return { status: 'unclear', reason: plainHttp.reason }
  return expects('refused', plainHttp.kind)
}

function judgeStrict(header: string | undefined): Judgement {
  const seconds = Number(/(?:^|;)\s*max-age\s*=\s*"?(\d+)/i.exec(header ?? '')?.[1] ?? 0)
  return {
    status: seconds >= SHORTEST_SECONDS ? 'passed' : 'failed',
    expected: `max-age=${SHORTEST_SECONDS} or more`,
    actual: header ?? 'no header',
  }
}

function client(rule: SurveyRuleId, judge: (clients: ClientFacts) => Judgement): SurveyCheck {
  return { rule, judge: ({ clients }) => judgeSeen(clients, judge) }
}

/** A refusal counts only where the right client is accepted: a host that refuses everybody proves nothing. */
function judgeRefusal(other: ClientOutcome, right: ClientOutcome): Judgement {
  const unclear = [other, right].find(({ kind }) => kind === 'unclear')
  if (unclear?.kind === 'unclear') return { status: 'unclear', reason: unclear.why }
  if (!isAccepted(right)) return { status: 'unclear', reason: 'the right client is refused as well' }
  return expects('refused', isAccepted(other) && !isToldApart(other, right) ? 'accepted' : 'refused')
}

function judgeAcceptance(right: ClientOutcome): Judgement {
  if (right.kind === 'unclear') return { status: 'unclear', reason: right.why }
  if (right.kind === 'refused') return expects('accepted', right.how)
  return expects(
    'accepted',
    isAccepted(right) ? 'accepted' : `answered ${right.status} about the certificate`,
  )
}

/** Some servers finish the handshake and say in HTTP that they wanted a certificate. */
function isAccepted(outcome: ClientOutcome): boolean {
  return outcome.kind === 'answered' && !(outcome.status >= 400 && outcome.aboutCertificate)
}

/** Others say in HTTP no more than that they do not serve this client. */
function isToldApart(other: ClientOutcome, right: ClientOutcome): boolean {
  if (other.kind !== 'answered' || right.kind !== 'answered') return false
  return other.status >= 400 && other.status < 500 && other.status !== right.status
}
