import { describeAnswer } from '../raw/answer.ts'
import type { RawOffer } from '../raw/client-hello.ts'
import { type VersionId, versions } from '../raw/numbers.ts'
import { buildSsl2Hello } from '../raw/ssl2.ts'
import { suites12, suites13, traits } from '../raw/suites.ts'
import { type Agreement, type Ask, askOffer } from './ask.ts'
import type { Observed } from './observed.ts'

/** What a host does with each version. */
export interface VersionFacts {
  readonly ssl2: Observed<'accepted' | 'refused'>
  /** The agreement to a usual offer of that version; undefined for a refusal. */
  readonly agreements: Readonly<Record<VersionId, Observed<Agreement | undefined>>>
}

/** The versions, oldest first. */
export const versionIds = Object.keys(versions) as VersionId[]

/** Every suite that a version can carry, those of forward secrecy and authenticated encryption first. */
export function usualSuites(version: VersionId): number[] {
  if (version === 'tls13') return suites13.map(({ number }) => number)
  const ranked = suites12.filter((suite) => !isSpecial(suite.keyExchange))
  return [true, false].flatMap((isGood) =>
    ranked
      .filter((suite) => isGood === (traits['forward-secret'](suite) && !isWeak(suite)))
      .map(({ number }) => number),
  )
}

/** Asks for each version by its own hello. */
export async function probeVersions(ask: Ask, servername: string | undefined): Promise<VersionFacts> {
  const [ssl2, ...answers] = await Promise.all([
    probeSsl2(ask),
    ...versionIds.map((version) => askOffer(ask, usualOffer(version, servername))),
  ])
  const agreements = Object.fromEntries(versionIds.map((version, index) => [version, answers[index]]))
  return { ssl2, agreements: agreements as VersionFacts['agreements'] }
}

/** An offer of one version with every usual suite of it. */
export function usualOffer(version: VersionId, servername: string | undefined): RawOffer {
  return { version, suites: usualSuites(version), servername }
}

/** Closing on a message that is no TLS is all that a server can do which does not know SSL 2.0. */
async function probeSsl2(ask: Ask): Promise<VersionFacts['ssl2']> {
  const answers = await Promise.all([1, 2, 3].map(() => ask(buildSsl2Hello())))
  if (answers.some(({ kind }) => kind === 'ssl2')) return { seen: 'accepted' }
  // An HTTP server's "400 Bad Request" is a refusal of what it cannot read as well.
  const odd = answers.find(({ kind }) => !['alert', 'closed', 'foreign'].includes(kind))
  return odd === undefined ? { seen: 'refused' } : { unclear: `the server ${describeAnswer(odd)}` }
}

/** Suites that need a secret or a ticket of both sides: a server may offer them beside the usual ones. */
function isSpecial(keyExchange: string): boolean {
  return /PSK|SRP|KRB5/.test(keyExchange)
}

function isWeak(suite: (typeof suites12)[number]): boolean {
  return (
    traits.null(suite) ||
    traits.anonymous(suite) ||
    traits.export(suite) ||
    !/GCM|CCM|POLY1305/.test(suite.cipher)
  )
}
