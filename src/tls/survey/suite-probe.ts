import type { KeyExchange } from '../raw/key-exchange.ts'
import type { VersionId } from '../raw/numbers.ts'
import { type Suite, suiteOf, suites12, suites13, traits } from '../raw/suites.ts'
import { type Ask, askOffer } from './ask.ts'

/** A suite that a host agreed to at a version, with the key that it proposed. */
export interface AcceptedSuite {
  readonly version: VersionId
  readonly suite: Suite
  readonly keyExchange?: KeyExchange
}

/** The suites of one version: those accepted, and what stayed open. */
export interface SuiteFacts {
  readonly accepted: readonly AcceptedSuite[]
  /** Why the rest of some suites could not be asked; empty when every other suite is refused. */
  readonly unclear: readonly UnclearSuites[]
}

/** Suites of which nobody knows whether they are accepted. */
export interface UnclearSuites {
  readonly version: VersionId
  readonly suites: readonly Suite[]
  readonly reason: string
}

/** Who is asked, at which version, by which name. */
export interface SuiteQuestion {
  readonly ask: Ask
  readonly version: VersionId
  readonly servername: string | undefined
}

/** Finds all suites that a host accepts at a version: it chooses one, which is left out of the next offer. */
export async function probeSuites(question: SuiteQuestion): Promise<SuiteFacts> {
  const chains = question.version === 'tls13' ? [suites13] : classes
  const found = await Promise.all(chains.map((suites) => followChain(question, suites)))
  return {
    accepted: found.flatMap(({ accepted }) => accepted),
    unclear: found.flatMap(({ unclear }) => unclear),
  }
}

async function followChain(question: SuiteQuestion, suites: readonly Suite[]): Promise<SuiteFacts> {
  const { ask, version, servername } = question
  const accepted: AcceptedSuite[] = []
  let left = suites
  while (left.length > 0) {
    const outcome = await askOffer(ask, { version, servername, suites: left.map(({ number }) => number) })
    if (!('seen' in outcome))
      return { accepted, unclear: [{ version, suites: left, reason: reasonOf(outcome) }] }
    if (outcome.seen === undefined) break
    const { hello, flight } = outcome.seen
    const { keyExchange } = flight
    accepted.push({
      version,
      suite: suiteOf(hello.suite),
      ...(keyExchange === undefined ? {} : { keyExchange }),
    })
    left = left.filter(({ number }) => number !== hello.suite)
  }
  return { accepted, unclear: [] }
}

function reasonOf(outcome: { readonly unclear: string } | { readonly notAsked: string }): string {
  return 'unclear' in outcome ? outcome.unclear : outcome.notAsked
}

/** Classes that are asked side by side, so that no chain grows long; old servers read at most 128 suites. */
const classes: readonly (readonly Suite[])[] = [...new Set(suites12.map(classOf))].map((name) =>
  suites12.filter((suite) => classOf(suite) === name),
)

function classOf(suite: Suite): string {
  const { keyExchange, cipher } = suite
  if (/PSK|SRP|KRB5/.test(keyExchange)) return keyExchange.includes('DHE') ? 'shared, fresh' : 'shared'
  if (isForbidden(suite)) return 'forbidden'
  if (!traits['forward-secret'](suite)) return keyExchange === 'RSA' ? 'rsa' : 'static'
  const mode = cipher.includes('CBC') ? 'cbc' : 'aead'
  return `${keyExchange.startsWith('ECDHE') ? 'curve' : 'field'} ${mode}`
}

function isForbidden(suite: Suite): boolean {
  const bad = ['null', 'anonymous', 'export', 'rc4', 'des', 'triple-des'] as const
  return bad.some((trait) => traits[trait](suite))
}
