import type { Answer, Handler, ResourceCall } from '../../answer.ts'
import type { CreditApplication, Stage } from '../../bank/credit-applications.ts'
import { fieldsOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { invalid, notFound, refuse, type Refusal } from '../refusal.ts'

/** Answers a call about an application that is the caller's. */
export type Step = (desk: Desk, call: ResourceCall, application: CreditApplication) => Answer

/** Makes a handler for a call that names an application: unknown and foreign ones are refused alike. */
export function withApplication(step: Step): (desk: Desk) => Handler {
  return (desk) => (call) => {
    const application = findApplication(desk, call)
    return 'status' in application ? refuse(call, application) : step(desk, call, application)
  }
}

/** The same for a step that the application must have come to, and not passed. */
export function atStage(stage: Stage, step: Step): (desk: Desk) => Handler {
  return withApplication((desk, call, application) => {
    const isThere = application.stage === stage || !call.behaviour.enforces('onboarding.order')
    return isThere ? step(desk, call, application) : refuse(call, invalid('applicationStage'))
  })
}

function findApplication(desk: Desk, call: ResourceCall): CreditApplication | Refusal {
  const application = lookUp(desk, call)
  if ('status' in application) return application
  const named =
    call.query['controlFlowId'] ?? fieldsOf(call.body)['controlFlowId'] ?? application.controlFlowId
  return named === application.controlFlowId || !call.behaviour.enforces('onboarding.control-flow')
    ? application
    : invalid('controlFlowId')
}

function lookUp({ bank }: Desk, call: ResourceCall): CreditApplication | Refusal {
  const { behaviour, clientId, params } = call
  const inPath = params['applicationId'] !== undefined
  const id = params['applicationId'] ?? fieldsOf(call.body)['applicationId']
  const missing = inPath ? notFound : invalid('applicationId')
  const application = bank.creditApplications.find(textOf(id))
  if (application === undefined)
    return (
      (behaviour.enforces('object.exists') ? undefined : bank.creditApplications.newestOf(clientId)) ??
      missing
    )
  if (application.clientId === clientId || !behaviour.enforces('object.owner')) return application
  return behaviour.enforces('object.indistinct') ? missing : { status: 403, code: 'accessNotConfigured' }
}
