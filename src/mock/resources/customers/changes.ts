import { empty, type Handler, json, type ResourceCall } from '../../answer.ts'
import { customers } from '../../bank/customers.ts'
import { type Fields, fieldsOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { merge } from '../merge.ts'
import { addressFields } from './profile-fields.ts'

const everybody = customers.map(({ username }) => username)

/** Takes the parts of the profile that change. */
export function updateCustomerProfile({ bank }: Desk): Handler {
  return ({ body, market, username = '', behaviour }) => {
    const changed = behaviour.enforces('customers.profile-own') ? [username] : everybody
    for (const each of behaviour.enforces('customers.profile-kept') ? changed : []) {
      const { profile } = bank.customerRecords.of(market, each)
      bank.customerRecords.change(market, each, { profile: merge(profile, fieldsOf(body)) })
    }
    return empty(200)
  }
}

/** Adds an address; the main one has the number 1, the mailing address 2. */
export function addCustomerAddress(desk: Desk): Handler {
  return (call) => {
    const { body, market, username = '', behaviour } = call
    const { addresses } = desk.bank.customerRecords.of(market, username)
    const addressKey = addresses.length + 3
    const address = { ...nothingOf(desk, call), ...fieldsOf(body), addressKey }
    if (behaviour.enforces('customers.address-kept'))
      desk.bank.customerRecords.change(market, username, { addresses: [...addresses, address] })
    return json(200, { addressKey })
  }
}

/** Says of every field of an address that it is not there, so that no example stands in for it. */
function nothingOf({ bank }: Desk, { market, username = '' }: ResourceCall): Fields {
  const names = Object.keys(addressFields(bank.profileOf(market, username), market))
  return Object.fromEntries(names.map((name) => [name, undefined]))
}
