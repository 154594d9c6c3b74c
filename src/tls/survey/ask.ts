import { type Answer, describeAnswer, refusingAlerts } from '../raw/answer.ts'
import { buildClientHello, type RawOffer } from '../raw/client-hello.ts'
import { versions } from '../raw/numbers.ts'
import type { Observed } from './observed.ts'

/** Sends a hello to the host of a survey, as soon as fewer connections than its limit are open. */
export type Ask = (hello: Buffer) => Promise<Answer>

/** An answer in which the server agreed to something. */
export type Agreement = Extract<Answer, { readonly kind: 'hello' }>

/** What became of an offer: the agreement, or undefined for a refusal. */
export type OfferOutcome = Observed<Agreement | undefined>

/** Whether a single answer agrees to an offer, refuses it, or neither. */
type Reading = 'agreed' | 'refused' | 'neither'

const TRIES = 3

/**
 * Asks whether a server accepts an offer. One agreement is enough; a refusal needs as many alerts, or agreements to
 * an older version, as there are tries. Anything else is unclear.
 */
export async function askOffer(ask: Ask, offer: RawOffer): Promise<OfferOutcome> {
  const hello = buildClientHello(offer)
  const first = await ask(hello)
  if (readAnswer(first, offer) === 'agreed') return { seen: first as Agreement }
  // Silence costs the whole time limit and stays unclear whatever the others say.
  if (first.kind === 'silent') return weigh([first], offer)
  const others = await Promise.all(Array.from({ length: TRIES - 1 }, () => ask(hello)))
  return weigh([first, ...others], offer)
}

function weigh(answers: readonly Answer[], offer: RawOffer): OfferOutcome {
  const agreed = answers.find((answer) => readAnswer(answer, offer) === 'agreed')
  if (agreed !== undefined) return { seen: agreed as Agreement }
  const odd = answers.find((answer) => readAnswer(answer, offer) === 'neither')
  return odd === undefined ? { seen: undefined } : { unclear: `the server ${sayOdd(odd)}` }
}

function readAnswer(answer: Answer, offer: RawOffer): Reading {
  if (answer.kind === 'alert') return refusingAlerts.includes(answer.alert) ? 'refused' : 'neither'
  if (answer.kind !== 'hello') return 'neither'
  const { version, suite } = answer.hello
  if (version < versions[offer.version]) return 'refused'
  return version === versions[offer.version] && offer.suites.includes(suite) ? 'agreed' : 'neither'
}

function sayOdd(answer: Answer): string {
  return answer.kind === 'hello' ? 'agreed to what was not offered' : describeAnswer(answer)
}
