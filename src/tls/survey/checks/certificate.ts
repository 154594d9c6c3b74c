import { X509Certificate } from 'node:crypto'
import { namesHost, readKey, strengthOf, weakKeyOf } from '../../certificate.ts'
import type { Presented } from '../certificate-probe.ts'
import { expects, expectsNone, type Judgement, judgeSeen, type SurveyCheck } from '../check.ts'
import type { SurveyFacts } from '../facts.ts'
import type { SurveyRuleId } from '../rules.ts'
import { judgeStaple } from './staple.ts'

const DAY_MS = 86_400_000
const WARNING_DAYS = 30

/** A question to the host's own certificate. */
type JudgeLeaf = (leaf: X509Certificate, facts: SurveyFacts, now: Date) => Judgement

function leaf(rule: SurveyRuleId, judge: JudgeLeaf): SurveyCheck {
  return {
    rule,
    judge: (facts, now) =>
      judgeSeen(facts.certificate, ({ chain }) => judge(new X509Certificate(chain[0] ?? ''), facts, now)),
  }
}

/** What a host's certificates must say. */
export const certificateChecks: readonly SurveyCheck[] = [
  { rule: 'tls.certificate.chain', judge: ({ certificate }) => judgeSeen(certificate, judgeTrust) },
  leaf('tls.certificate.hostname', (certificate, { name }) =>
    expects(
      `names ${name}`,
      namesHost(certificate, name) ? `names ${name}` : (certificate.subjectAltName ?? 'no name'),
    ),
  ),
  leaf('tls.certificate.validity', (certificate, _, now) =>
    expects('valid now', sayValidity(certificate, now)),
  ),
  leaf('tls.certificate.ends-in-30-days', judgeEnd),
  leaf('tls.certificate.strength', (certificate) => expects('strong', strengthOf(readKey(certificate)))),
  leaf('tls.certificate.usage', judgeUsage),
  {
    rule: 'tls.certificate.issuers',
    judge: ({ certificate }, now) => judgeSeen(certificate, (seen) => judgeIssuers(seen, now)),
  },
  {
    rule: 'tls.certificate.revocation',
    judge: ({ staple }) =>
      judgeSeen(staple, (seen) => expects('stapled', seen === undefined ? 'not stapled' : 'stapled')),
  },
  {
    rule: 'tls.certificate.staple-good',
    judge: ({ staple }, now) => judgeSeen(staple, (seen) => judgeStaple(seen, now)),
  },
  leaf('tls.certificate.must-staple', judgeDemand),
]

/** OpenSSL keeps the last of its complaints; one about a date hides whether the chain is trusted besides. */
function judgeTrust({ problem }: Presented): Judgement {
  if (problem !== undefined && /EXPIRED|NOT_YET_VALID/.test(problem))
    return { status: 'unclear', reason: `OpenSSL stops at the date of a certificate (${problem})` }
  return expects('trusted', problem ?? 'trusted')
}

function sayValidity(certificate: X509Certificate, now: Date): string {
  const [from, to] = [new Date(certificate.validFrom), new Date(certificate.validTo)]
  return from <= now && now <= to ? 'valid now' : `valid from ${from.toISOString()} to ${to.toISOString()}`
}

function judgeEnd(certificate: X509Certificate, _: SurveyFacts, now: Date): Judgement {
  const daysLeft = Math.floor((new Date(certificate.validTo).getTime() - now.getTime()) / DAY_MS)
  return {
    status: daysLeft >= WARNING_DAYS ? 'passed' : 'failed',
    expected: `${WARNING_DAYS} days or more left`,
    actual: `${daysLeft} days left`,
  }
}

/** The purpose serverAuth; a certificate that names no purpose is for any. */
function judgeUsage({ keyUsage }: X509Certificate): Judgement {
  const purposes = keyUsage as string[] | undefined
  const isForServers = purposes === undefined || purposes.includes('1.3.6.1.5.5.7.3.1')
  return expects('for servers', isForServers ? 'for servers' : `for ${purposes.join(', ')}`)
}

/** The signature of a root is nobody's proof, so only its key counts. */
function judgeIssuers({ chain }: Presented, now: Date): Judgement {
  const issuers = chain.slice(1).map((der) => new X509Certificate(der))
  const faults = issuers.flatMap((issuer) => {
    const key = readKey(issuer)
    const strength = issuer.subject === issuer.issuer ? (weakKeyOf(key) ?? 'strong') : strengthOf(key)
    const name = issuer.subject.replaceAll('\n', ', ')
    return [
      ...(strength === 'strong' ? [] : [`${name}: ${strength}`]),
      ...(sayValidity(issuer, now) === 'valid now' ? [] : [`${name}: ${sayValidity(issuer, now)}`]),
    ]
  })
  return expectsNone(faults)
}

/** The extension that demands a stapled answer, as DER writes its identifier. */
const mustStaple = '06082b06010505070118'

function judgeDemand({ raw }: X509Certificate, { staple }: SurveyFacts): Judgement {
  if (!raw.toString('hex').includes(mustStaple))
    return { status: 'not observed', reason: 'the certificate demands no stapled answer' }
  return judgeSeen(staple, (seen) => expects('stapled', seen === undefined ? 'not stapled' : 'stapled'))
}
