import type { TlsTarget } from './connection.ts'
import type { ControlServer } from './control-server.ts'
import { attemptHandshake } from './handshake.ts'
import { type Offer, open } from './offers.ts'
import { describeOutcome, type HandshakeOutcome } from './outcome.ts'

/** What a target does with an offer, and the observations that say so. */
export interface OfferVerdict {
  readonly verdict: 'accepted' | 'refused' | 'unclear'
  /** Sentences in the order of observation; the last one gives the reason. */
  readonly evidence: readonly string[]
}

const TRIES = 3

/** The alerts that answer an offer; any other is about the name, a certificate or a fault. */
const refusingAlerts: readonly string[] = ['handshake_failure', 'protocol_version', 'insufficient_security']

/**
 * Judges whether a target accepts an offer. `refused` needs all of: the same probe succeeds against the control
 * server, the target answers with an alert and no ServerHello, three tries agree, and the target does accept a
 * wider offer. Whatever falls short of that is `unclear`, which is never a pass.
 */
export async function judgeOffer(
  offer: Offer,
  target: TlsTarget,
  control: ControlServer,
): Promise<OfferVerdict> {
  const proof = await attempt(offer, await control.start())
  if (proof.kind !== 'accepted') return unclear([saysControl(proof)], "this Node's OpenSSL cannot offer it")
  const outcomes = await attemptRepeatedly(offer, target)
  const evidence = [
    saysControl(proof),
    ...outcomes.map((outcome) => `the target ${describeOutcome(outcome)}`),
  ]
  const doubt = outcomes.map(findDoubt).find((reason) => reason !== undefined)
  if (doubt !== undefined) return unclear(evidence, doubt)
  if (new Set(outcomes.map(({ kind }) => kind)).size > 1) return unclear(evidence, 'the tries disagree')
  return outcomes[0]?.kind === 'accepted' ? accepted(evidence) : confirmRefusal(evidence, target)
}

async function attemptRepeatedly(offer: Offer, target: TlsTarget): Promise<HandshakeOutcome[]> {
  const outcomes: HandshakeOutcome[] = []
  for (let tries = 0; tries < TRIES; tries += 1) {
    const outcome = await attempt(offer, target)
    outcomes.push(outcome)
    if (findDoubt(outcome) !== undefined) break
  }
  return outcomes
}

async function attempt(offer: Offer, target: TlsTarget): Promise<HandshakeOutcome> {
  return attemptHandshake({ ...target, ca: undefined, versions: offer.versions, ciphers: offer.ciphers })
}

function findDoubt(outcome: HandshakeOutcome): string | undefined {
  if (outcome.kind === 'accepted') return undefined
  if (outcome.kind !== 'refused-by-peer') return 'only an alert from the target itself counts as a refusal'
  if (outcome.afterServerHello) return 'the target agreed to the offer and then refused something else'
  if (refusingAlerts.includes(outcome.alert)) return undefined
  return `the alert ${outcome.alert} is not about the offer`
}

async function confirmRefusal(evidence: string[], target: TlsTarget): Promise<OfferVerdict> {
  const wider = await attempt(open, target)
  const observed = [...evidence, `to a wider offer the target ${describeOutcome(wider)}`]
  const speaksTls = wider.kind === 'accepted' || (wider.kind === 'refused-by-peer' && wider.afterServerHello)
  if (!speaksTls) return unclear(observed, 'the target refuses everybody, so its refusal says nothing')
  return {
    verdict: 'refused',
    evidence: [...observed, 'the target refuses this offer and accepts a wider one'],
  }
}

function accepted(evidence: string[]): OfferVerdict {
  return {
    verdict: 'accepted',
    evidence: [...evidence, `the target accepts this offer in ${String(TRIES)} tries`],
  }
}

function unclear(evidence: string[], reason: string): OfferVerdict {
  return { verdict: 'unclear', evidence: [...evidence, reason] }
}

function saysControl(outcome: HandshakeOutcome): string {
  return `the control server ${describeOutcome(outcome)}`
}
