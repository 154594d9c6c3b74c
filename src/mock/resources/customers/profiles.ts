import { type Handler, json, type ResourceCall } from '../../answer.ts'
import type { Fields } from '../../fields.ts'
import { accountOfPath } from '../account-lookup.ts'
import type { Desk } from '../desk.ts'
import { merge } from '../merge.ts'
import { notFound, refuse } from '../refusal.ts'
import {
  addressFields,
  demographicFields,
  emailFields,
  mailingFields,
  particularFields,
  phoneFields,
} from './profile-fields.ts'

/** Answers a reading of the profile: the document of the operation decides which parts of it are shown. */
export function getProfile(desk: Desk): Handler {
  return (call) => {
    const { market, username = '' } = call
    const profile = desk.bank.profileOf(market, username)
    const state = {
      customerParticulars: particularFields(profile),
      demographics: demographicFields(profile, market),
      addressList: addressesOf(desk, call),
      emails: emailsOf(desk, call),
      phones: phonesOf(desk, call),
    }
    const { profile: changes } = desk.bank.customerRecords.of(market, username)
    return json(200, desk.write(call.operation, merge(state, changes)))
  }
}

/** Lists the addresses of the customer, all of them or those of one kind. */
function addressesOf({ bank }: Desk, { market, username = '', query }: ResourceCall): readonly Fields[] {
  const profile = bank.profileOf(market, username)
  const { addresses } = bank.customerRecords.of(market, username)
  const wanted = query['addressType']
  return [addressFields(profile, market), mailingFields(profile), ...addresses].filter(
    (address) => wanted === undefined || address['addressType'] === wanted,
  )
}

/** Lists the e-mail addresses of the customer. */
export function emailsOf({ bank }: Desk, { market, username = '' }: ResourceCall): readonly Fields[] {
  const own = emailFields(bank.profileOf(market, username))
  return bank.customerRecords.of(market, username).emails ?? [own]
}

/** Lists the phone numbers of the customer. */
export function phonesOf({ bank }: Desk, { market, username = '' }: ResourceCall): readonly Fields[] {
  const own = phoneFields(bank.profileOf(market, username), market)
  return bank.customerRecords.of(market, username).phones ?? [own]
}

/** Answers where the bills and cards of a card account go; other accounts have no such addresses. */
export function listCardAccountAddresses(desk: Desk): Handler {
  return (call) => {
    const account = accountOfPath(desk, call)
    if ('status' in account) return refuse(call, account)
    const isCard = account.product.kind === 'creditCard' || account.product.kind === 'readyCredit'
    if (!isCard) return refuse(call, notFound)
    const profile = desk.bank.profileOf(call.market, account.username)
    const addressList = [addressFields(profile, call.market), mailingFields(profile)]
    return json(200, desk.write(call.operation, { addressList }))
  }
}
