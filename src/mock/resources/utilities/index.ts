import { type Handler, json } from '../../answer.ts'
import { referenceValuesOf } from '../../bank/reference-data.ts'
import type { Makers } from '../desk.ts'
import { notFound, refuse } from '../refusal.ts'

/** Lists the values of a reference-data field. */
function listReferenceData(): Handler {
  return (call) => {
    const known = referenceValuesOf(call.params['referenceCode'] ?? '')
    const referenceData = known ?? (call.behaviour.enforces('object.exists') ? undefined : [])
    return referenceData === undefined ? refuse(call, notFound) : json(200, { referenceData })
  }
}

/** Handlers of specs/utilities.yaml. */
export const utilitiesMakers: Makers = {
  listApacReferenceData: listReferenceData,
  listReferenceData,
}
