import { type Handler, json, type ResourceCall } from '../answer.ts'
import type { Email } from '../bank/bank.ts'
import type { Profile } from '../bank/profiles.ts'
import type { Desk } from './desk.ts'
import {
  addressFields,
  addressType,
  demographicFields,
  emailFields,
  particularFields,
  phoneFields,
} from './profile-fields.ts'

/** Answers a reading of the profile: the document of the operation decides which parts of it are shown. */
export function getProfile(desk: Desk): Handler {
  return (call) => {
    const { market, username = '' } = call
    const profile = desk.bank.profileOf(market, username)
    const wanted = call.query['addressType'] ?? addressType
    return json(
      200,
      desk.write(call.operation, {
        customerParticulars: particularFields(profile),
        demographics: demographicFields(profile, market),
        addressList: wanted === addressType ? [addressFields(profile, market)] : [],
        emails: desk.bank.emailsOf(market, username).map(emailFields),
        phones: [phoneFields(profile, market)],
      }),
    )
  }
}

/** Answers a reading of the profile in the words of the United States. */
export function getUsProfile(desk: Desk): Handler {
  return (call) => {
    const { market, username = '' } = call
    const profile = desk.bank.profileOf(market, username)
    const emails = desk.bank.emailsOf(market, username)
    return json(200, desk.write(call.operation, usFields(profile, emails, call)))
  }
}

function usFields(profile: Profile, emails: readonly Email[], { market }: ResourceCall): object {
  const { firstName, lastName, street, city, postalCode, phone } = profile
  return {
    firstName,
    lastName,
    fullName: `${firstName} ${lastName}`,
    localName: `${firstName} ${lastName}`,
    ...absent(['middleName', 'title', 'suffix', 'maidenName', 'companyName']),
    emails: emails.map(({ address, preferred }) => ({
      emailAddress: address,
      preferenceType: preferred ? 'PRIMARY' : 'SECONDARY',
    })),
    addressList: [
      {
        addressLine1: street,
        city,
        postalCode,
        countryCode: market.id.toUpperCase(),
        ...absent(['addressLine2', 'addressLine3', 'state']),
      },
    ],
    phones: [
      {
        countryCallingCode: market.dialCode,
        areaCode: phone.slice(0, 3),
        exchangeNumber: phone.slice(3, 6),
        localNumber: phone.slice(6),
        fullPhoneNumber: phone,
        extension: undefined,
      },
    ],
  }
}

function absent(names: readonly string[]): object {
  return Object.fromEntries(names.map((name) => [name, undefined]))
}
