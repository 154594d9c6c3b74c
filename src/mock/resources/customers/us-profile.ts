import { type Handler, json, type ResourceCall } from '../../answer.ts'
import type { Profile } from '../../bank/profiles.ts'
import type { Fields } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { emailsOf } from './profiles.ts'

/** Answers a reading of the profile in the words of the United States. */
export function getUsProfile(desk: Desk): Handler {
  return (call) => {
    const profile = desk.bank.profileOf(call.market, call.username ?? '')
    return json(200, desk.write(call.operation, usFields(profile, emailsOf(desk, call), call)))
  }
}

function usFields(profile: Profile, emails: readonly Fields[], { market }: ResourceCall): Fields {
  const { firstName, lastName, street, city, postalCode, phone } = profile
  // The customer of the document's example has everything that it shows.
  const isExample = firstName === 'Grace'
  return {
    firstName,
    lastName,
    fullName: `${firstName} ${lastName}`,
    localName: `${firstName} ${lastName}`,
    ...(isExample ? {} : absent(['middleName', 'title', 'suffix', 'maidenName', 'companyName'])),
    emails: emails.map(({ emailAddress, preferredEmailFlag }) => ({
      emailAddress,
      preferenceType: preferredEmailFlag === true ? 'PRIMARY' : 'SECONDARY',
    })),
    addressList: [
      {
        addressLine1: street,
        city,
        postalCode,
        countryCode: market.id.toUpperCase(),
        ...(isExample ? {} : absent(['addressLine2', 'addressLine3', 'state'])),
      },
    ],
    phones: [
      {
        countryCallingCode: market.dialCode,
        areaCode: phone.slice(0, 3),
        exchangeNumber: phone.slice(3, 6),
        localNumber: phone.slice(6),
        fullPhoneNumber: phone,
        ...(isExample ? {} : absent(['extension'])),
      },
    ],
  }
}

function absent(names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, undefined]))
}
