import { empty, type Handler, json, type ResourceCall } from '../../answer.ts'
import { type Fields, fieldsOf, listOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { ownerOf, takeVerified, verifyFlow } from '../mfa.ts'
import { invalid, refuse } from '../refusal.ts'
import { emailFields, phoneFields } from './profile-fields.ts'

/** Takes a list of e-mail addresses, which counts once it is confirmed. */
export const updateCustomerEmails = changeOf('emails', 'confirmCustomerEmails')

/** Takes a list of phone numbers, which counts once it is confirmed. */
export const updateCustomerPhoneNumbers = changeOf('phones', 'confirmCustomerPhoneNumbers')

function changeOf(name: 'emails' | 'phones', purpose: string): (desk: Desk) => Handler {
  return (desk) => (call) => {
    const content = listOf(fieldsOf(call.body)[name]).map((item) => ({
      ...nothingOf(desk, call, name),
      ...item,
    }))
    const flow = desk.bank.flows.open({ owner: ownerOf(call), purpose, content, form: 'letters' }, call.now)
    if (!call.behaviour.enforces('customers.confirmed-first')) keep(desk, call, { [name]: content })
    return json(200, { controlFlowId: flow.id })
  }
}

/** Says of every field of an item that it is not there, so that no example stands in for it. */
function nothingOf(
  { bank }: Desk,
  { market, username = '' }: ResourceCall,
  name: 'emails' | 'phones',
): Fields {
  const profile = bank.profileOf(market, username)
  const fields = name === 'emails' ? emailFields(profile) : phoneFields(profile, market)
  return Object.fromEntries(Object.keys(fields).map((field) => [field, undefined]))
}

/** Makes the list of e-mail addresses count. */
export const confirmCustomerEmails = confirmationOf('emails')

/** Makes the list of phone numbers count. */
export const confirmCustomerPhoneNumbers = confirmationOf('phones')

function confirmationOf(name: 'emails' | 'phones'): (desk: Desk) => Handler {
  return (desk) => (call) => {
    const { controlFlowId, otpToken } = fieldsOf(call.body)
    const id = textOf(controlFlowId)
    const verdict = verifyFlow(desk, call, { id, password: textOf(otpToken) })
    if (verdict !== 'verified')
      return refuse(call, invalid(verdict === 'wrong' ? 'otpToken' : 'controlFlowId'))
    const flow = takeVerified(desk, call, { id, purpose: call.operation.id })
    if (flow === undefined) return refuse(call, invalid('controlFlowId'))
    if (call.behaviour.enforces('customers.contact-kept'))
      keep(desk, call, { [name]: flow.content as Fields[] })
    return empty(200)
  }
}

function keep({ bank }: Desk, { market, username = '' }: ResourceCall, change: object): void {
  bank.customerRecords.change(market, username, change)
}
