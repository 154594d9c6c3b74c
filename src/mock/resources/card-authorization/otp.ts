import { empty, type Handler, json } from '../../answer.ts'
import { readSecret } from '../../encryption-key.ts'
import type { Desk } from '../desk.ts'
import { ownerOf, verifyFlow } from '../mfa.ts'
import { refuse } from '../refusal.ts'

/** Sends the customer a password for a flow of its own. */
export function generateOtp(desk: Desk): Handler {
  return (call) => {
    const { id } = desk.bank.flows.open(
      { owner: ownerOf(call), purpose: call.operation.id, content: undefined, form: 'digits' },
      call.now,
    )
    return json(200, desk.write(call.operation, { controlFlowId: id }))
  }
}

/** Judges the password of a flow, which comes as it is or encrypted. */
export function validateOtp(desk: Desk): Handler {
  return (call) => {
    const { controlFlowId: id = '', otpToken = '' } = call.body as Record<string, string>
    const password = call.behaviour.enforces('otp.decrypted') ? readSecret(otpToken) : otpToken
    const verdict = verifyFlow(desk, call, { id, password })
    if (verdict === 'verified') return empty(200)
    return refuse(call, { status: 400, code: verdict === 'wrong' ? 'invalidOtp' : 'invalidControlFlowId' })
  }
}
