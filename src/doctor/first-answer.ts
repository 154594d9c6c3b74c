import type { ErrorCode } from '../errors.ts'
import type { Reply } from '../http/client.ts'
import { readTokenPair } from '../oauth/application.ts'
import { refuseAnswer } from '../oauth/refused-answer.ts'
import type { Patient } from './patient.ts'

/** Throws what is wrong with the first answer of a target when it is the question of a diagnosis. */
export function throwIfRefused(patient: Patient, reply: Reply, codes: readonly ErrorCode[]): void {
  if (readTokenPair(reply) !== undefined) return
  const refusal = refuseAnswer(reply, patient.market, patient.target.baseUrl)
  if (codes.includes(refusal.code)) throw refusal
}
