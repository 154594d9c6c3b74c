import { expects, type Judgement, judgeSeen, type SurveyCheck } from '../check.ts'
import type { ClientFacts, ClientOutcome } from '../client-probe.ts'
import type { SurveyFacts } from '../facts.ts'

/** 180 days; less is a trial. */
const SHORTEST_SECONDS = 15_552_000

/** What stands on a host's connections: HTTP, and clients that must show who they are. */
export const applicationChecks: readonly SurveyCheck[] = [
  { rule: 'tls.plain.refused', judge: judgePlain },
  {
    rule: 'tls.http.strict-transport',
    judge: ({ http }) => judgeSeen(http, ({ strictTransport }) => judgeStrict(strictTransport)),
  },
  {
    rule: 'tls.client.none-refused',
    judge: ({ clients }) => judgeSeen(clients, (seen) => judgeRefusal(seen, 'none')),
  },
  {
    rule: 'tls.client.wrong-refused',
    judge: ({ clients }) => judgeSeen(clients, (seen) => judgeRefusal(seen, 'wrong')),
  },
  {
    rule: 'tls.client.right-accepted',
    judge: ({ clients }) => judgeSeen(clients, ({ right }) => expects('accepted', sayClient(right))),
  },
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

/** A refusal counts only where the right client is accepted: a host that refuses everybody proves nothing. */
function judgeRefusal({ right, ...others }: ClientFacts, who: 'none' | 'wrong'): Judgement {
  if (sayClient(right) !== 'accepted')
    return { status: 'unclear', reason: 'the right client is refused as well' }
  const other = others[who]
  const isToldApart = other.kind === 'answered' && right.kind === 'answered' && isRefusal(other, right.status)
  return expects(
    'refused',
    isToldApart ? 'refused' : sayClient(other) === 'accepted' ? 'accepted' : 'refused',
  )
}

function isRefusal({ status }: { readonly status: number }, rightStatus: number): boolean {
  return status >= 400 && status < 500 && status !== rightStatus
}

function sayClient(outcome: ClientOutcome): string {
  if (outcome.kind === 'refused') return outcome.how
  // Some servers finish the handshake and say in HTTP that they wanted a certificate.
  const isTurnedAway = outcome.kind === 'answered' && outcome.status >= 400 && outcome.aboutCertificate
  return isTurnedAway ? `answered ${outcome.status} about the certificate` : 'accepted'
}
