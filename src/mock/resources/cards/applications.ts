import { type Handler, json } from '../../answer.ts'
import { opaqueId } from '../../bank/seeded.ts'
import { fieldsOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { takeVerified } from '../mfa.ts'
import { refuse } from '../refusal.ts'
import { actOn, onCard } from './card-lookup.ts'

/** Takes an application for supplementary cards. */
export const applyForSupplementaryCard = onCard(({ desk, call, card }) => {
  const seed = `${card.id}/supplementary/${call.now.toISOString()}`
  return json(200, desk.write(call.operation, { applicationId: `SC${opaqueId(seed, 10).toUpperCase()}` }))
})

/** Takes an application for a companion card from a holder whose password was checked. */
export function applyForCompanionCard(desk: Desk): Handler {
  return (call) =>
    actOn(desk, call, {
      id: call.params['cardId'] ?? '',
      act: ({ card }) => {
        const id = textOf(fieldsOf(call.body)['controlFlowId'])
        const flow = takeVerified(desk, call, { id, purpose: 'generateOtp' })
        if (flow === undefined) return refuse(call, { status: 400, code: 'invalidControlFlowId' })
        const transactionReferenceId = `CC${opaqueId(`${card.id}/companion/${id}`, 12).toUpperCase()}`
        return json(200, desk.write(call.operation, { transactionReferenceId }))
      },
    })
}
