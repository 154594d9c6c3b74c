import { empty, type Handler, json } from '../../answer.ts'
import { accountOfPath } from '../account-lookup.ts'
import type { Desk } from '../desk.ts'
import { invalid, refuse } from '../refusal.ts'

interface ConsentFields {
  readonly consentType: string
  readonly consentGivenFlag: boolean
  readonly consentUpdateDate: string
  readonly cardId?: string
}

interface ConsentsUpdate {
  readonly accountId: string
  readonly accountConsentDetails?: readonly ConsentFields[]
}

/** Shows the consent of a type. */
export function listAccountConsents(desk: Desk): Handler {
  return (call) => {
    const account = accountOfPath(desk, call)
    if ('status' in account) return refuse(call, account)
    const { type, given, changedOn, cardId } = desk.bank.consents.of(account, call.query['consentType'] ?? '')
    const details: object = {
      consentType: type,
      consentGivenFlag: given,
      consentUpdateDate: changedOn,
      cardId,
    }
    return json(200, desk.write(call.operation, { accountConsentDetails: [details] }))
  }
}

/** Keeps the consents that the customer gave or withdrew. */
export function updateAccountConsents(desk: Desk): Handler {
  return (call) => {
    const account = accountOfPath(desk, call)
    if ('status' in account) return refuse(call, account)
    const { accountId, accountConsentDetails = [] } = call.body as ConsentsUpdate
    if (accountId !== account.id) return refuse(call, invalid('accountId'))
    if (!call.behaviour.enforces('consent.kept')) return empty(200)
    for (const { consentType: type, consentGivenFlag: given, ...rest } of accountConsentDetails)
      desk.bank.consents.keep(account.id, {
        type,
        given,
        changedOn: rest.consentUpdateDate,
        cardId: rest.cardId,
      })
    return empty(200)
  }
}
