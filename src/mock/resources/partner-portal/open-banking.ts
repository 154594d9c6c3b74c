import { randomBytes } from 'node:crypto'
import { type Handler, json, type ResourceCall } from '../../answer.ts'
import { fieldsOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'

/** Takes a consent to confirm funds, which the customer has yet to authorize. */
export function createFundsConfirmationConsent(desk: Desk): Handler {
  return (call) => created(desk, call, { ConsentId: newId('CBPII'), Status: 'AwaitingAuthorisation' })
}

/** Takes an international payment. */
export function createInternationalPayment(desk: Desk): Handler {
  return (call) => created(desk, call, { InternationalPaymentId: newId('IP'), Status: 'Pending' })
}

function newId(prefix: string): string {
  return `${prefix}-${randomBytes(8).toString('hex')}`
}

/** Answers with the object as it was given, its key and its state; what was not given is not in it. */
function created(desk: Desk, call: ResourceCall, own: Readonly<Record<string, string>>) {
  const given = fieldsOf(fieldsOf(call.body)['Data'])
  const moment = call.now.toISOString()
  const [id = ''] = Object.values(own)
  const body = {
    Data: {
      ...nothing,
      ...given,
      ...own,
      CreationDateTime: moment,
      StatusUpdateDateTime: moment,
    },
    Links: { Self: `https://partner.example/open-banking/v3.1/objects/${id}` },
  }
  return json(201, desk.write(call.operation, body, 201))
}

/** The optional members of both objects, left out unless they were given. */
const nothing = { ExpirationDateTime: undefined, DebtorAccount: undefined }
