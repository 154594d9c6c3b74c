import type { Answer } from '../raw/answer.ts'
import { describeAnswer } from '../raw/answer.ts'
import { buildClientHello, type RawOffer } from '../raw/client-hello.ts'
import { extensionTypes, signals, type VersionId, versions, weakGroups, groupName } from '../raw/numbers.ts'
import { downgradeMarks } from '../raw/server-hello.ts'
import { suites12, suiteOf, traits } from '../raw/suites.ts'
import { type Agreement, type Ask, askOffer } from './ask.ts'
import { type Observed, whenSeen } from './observed.ts'
import { usualOffer, usualSuites, type VersionFacts, versionIds } from './version-probe.ts'

/** What a host does beside agreeing on versions and suites, read from its hellos. */
export interface FeatureFacts {
  /** Whether the extension of secure renegotiation is answered. */
  readonly secureRenegotiation: Observed<boolean>
  readonly extendedMasterSecret: Observed<boolean>
  /** Whether DEFLATE is chosen when it is offered. */
  readonly compression: Observed<boolean>
  /** The name of a curve below 224 bits that is accepted; empty when all are refused. */
  readonly weakCurve: Observed<string>
  /** Whether a client that fell back to an older version is turned away. */
  readonly fallbackRefused: Observed<boolean>
  /** Whether agreeing to TLS 1.2 is marked as less than the server could have spoken. */
  readonly downgradeMarked: Observed<boolean>
  /** The suite that is chosen when key transport comes first and forward secrecy last. */
  readonly choiceAgainstOrder: Observed<string>
  readonly name: NameFacts
}

/** What a host does with names: its own, none, and one that it cannot know. */
export type NameFacts = Readonly<Record<'own' | 'none' | 'unknown', string>>

/** Who is asked, and what is known of its versions. */
export interface FeatureQuestion {
  readonly ask: Ask
  readonly servername: string | undefined
  readonly found: VersionFacts
}

const notSpoken = { notAsked: 'the host speaks no version before TLS 1.3' } as const

/** Asks all of it side by side. */
export async function probeFeatures(question: FeatureQuestion): Promise<FeatureFacts> {
  const newest = newestBefore13(question.found)
  const [compression, weakCurve, fallbackRefused, choiceAgainstOrder, name] = await Promise.all([
    newest === undefined ? notSpoken : probeCompression(question, newest.version),
    newest === undefined ? notSpoken : probeWeakCurve(question, newest.version),
    probeFallback(question),
    newest === undefined ? notSpoken : probeOrder(question, newest.version),
    probeNames(question),
  ])
  return {
    secureRenegotiation: answers(newest?.agreement, extensionTypes.renegotiationInfo),
    extendedMasterSecret: answers(newest?.agreement, extensionTypes.extendedMasterSecret),
    downgradeMarked: readMark(question.found),
    ...{ compression, weakCurve, fallbackRefused, choiceAgainstOrder, name },
  }
}

/** The versions that a host accepts, oldest first. */
export function acceptedVersions({ agreements }: VersionFacts): VersionId[] {
  return versionIds.filter((version) => agreementTo(agreements[version]) !== undefined)
}

/** Returns the agreement to the newest version that shows its flight in the clear. */
export function newestBefore13(
  found: VersionFacts,
): { version: VersionId; agreement: Agreement } | undefined {
  const version = acceptedVersions(found).findLast((id) => id !== 'tls13')
  const agreement = version === undefined ? undefined : agreementTo(found.agreements[version])
  return version === undefined || agreement === undefined ? undefined : { version, agreement }
}

function agreementTo(outcome: Observed<Agreement | undefined>): Agreement | undefined {
  return 'seen' in outcome ? outcome.seen : undefined
}

function answers(agreement: Agreement | undefined, extension: number): Observed<boolean> {
  return agreement === undefined ? notSpoken : { seen: agreement.hello.extensions.includes(extension) }
}

async function probeCompression({ ask, servername }: FeatureQuestion, version: VersionId) {
  const outcome = await askOffer(ask, { ...usualOffer(version, servername), compression: true })
  if ('seen' in outcome && outcome.seen === undefined)
    return { unclear: 'the offer with compression is refused' }
  return whenSeen(outcome, (agreement) => agreement?.hello.compression !== 0)
}

async function probeWeakCurve({ ask, servername }: FeatureQuestion, version: VersionId) {
  const suites = suites12
    .filter(({ keyExchange }) => keyExchange.startsWith('ECDHE'))
    .map(({ number }) => number)
  const outcome = await askOffer(ask, { version, servername, suites, groups: weakGroups })
  return whenSeen(outcome, (agreement) => describeCurve(agreement))
}

function describeCurve(agreement: Agreement | undefined): string {
  const exchange = agreement?.flight.keyExchange
  if (agreement === undefined || exchange?.kind !== 'ec')
    return agreement === undefined ? '' : 'a curve it does not name'
  // A server may also answer with a curve that was not offered, which says nothing of the weak ones.
  return weakGroups.includes(exchange.group) ? groupName(exchange.group) : ''
}

async function probeFallback({ ask, servername, found }: FeatureQuestion): Promise<Observed<boolean>> {
  const older = acceptedVersions(found).at(-2)
  if (older === undefined) return { notAsked: 'the host speaks one version only' }
  const suites = [...usualSuites(older), signals.fallback]
  const answer = await ask(buildClientHello({ version: older, servername, suites }))
  if (answer.kind === 'alert') return { seen: answer.alert === 'inappropriate_fallback' }
  return answer.kind === 'hello' ? { seen: false } : { unclear: `the server ${describeAnswer(answer)}` }
}

async function probeOrder(
  { ask, servername }: FeatureQuestion,
  version: VersionId,
): Promise<Observed<string>> {
  const usual = usualSuites(version).map(suiteOf)
  const suites = [...usual].sort(
    (a, b) => Number(traits['forward-secret'](a)) - Number(traits['forward-secret'](b)),
  )
  const outcome = await askOffer(ask, { version, servername, suites: suites.map(({ number }) => number) })
  if (!('seen' in outcome)) return outcome
  if (outcome.seen === undefined) return { unclear: 'the same suites in another order are refused' }
  return { seen: suiteOf(outcome.seen.hello.suite).name }
}

async function probeNames({ ask, servername, found }: FeatureQuestion): Promise<NameFacts> {
  const version = acceptedVersions(found).at(-1) ?? 'tls12'
  const offer = (name: string | undefined): RawOffer => ({ ...usualOffer(version, name), servername: name })
  const names = [servername, undefined, 'name-of-nobody.invalid']
  const [own, none, unknown] = await Promise.all(names.map((name) => ask(buildClientHello(offer(name)))))
  return { own: sayAnswer(own), none: sayAnswer(none), unknown: sayAnswer(unknown) }
}

function sayAnswer(answer: Answer | undefined): string {
  return answer === undefined ? '' : describeAnswer(answer)
}

/** Only a server that speaks TLS 1.3 marks what it does below. */
function readMark(found: VersionFacts): Observed<boolean> {
  const below = agreementTo(found.agreements.tls12)
  if (agreementTo(found.agreements.tls13) === undefined || below === undefined)
    return { notAsked: 'the host does not speak both TLS 1.2 and TLS 1.3' }
  return { seen: below.hello.randomTail === downgradeMarks[versions.tls12] }
}
