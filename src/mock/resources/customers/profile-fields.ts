import type { Market } from '../../../markets/types.ts'
import type { Profile } from '../../bank/profiles.ts'
import type { Fields } from '../../fields.ts'

/** The main kind of address. */
const addressType = 'PRIMARY_ADDRESS'

/** Describes the names of a customer. */
export function particularFields({ firstName, lastName }: Profile): Fields {
  const name = { firstName, lastName, middleName: undefined, fullName: `${firstName} ${lastName}` }
  return { names: [name], prefix: undefined, suffix: undefined }
}

/** Describes the origin of a customer; the codes of countries are those of the markets. */
export function demographicFields({ bornOn, city }: Profile, { id }: Market): Fields {
  const country = id.toUpperCase()
  return {
    dateOfBirth: bornOn,
    placeOfBirth: city,
    countryOfBirth: country,
    residenceCountryCode: country,
    nationality: country,
  }
}

/** Describes the address of a customer, without the parts that it does not have. */
export function addressFields({ street, city, postalCode }: Profile, { name }: Market): Fields {
  return {
    addressKey: 1,
    addressline1: street,
    addressline2: undefined,
    addressline3: undefined,
    addressline4: undefined,
    addressType,
    district: undefined,
    city,
    state: undefined,
    postalCode,
    countryName: name,
    countrySpecificAddress: undefined,
  }
}

/** Describes where the letters of a customer go: to Jakarta, so that the parts of Indonesian addresses occur. */
export function mailingFields({ street }: Profile): Fields {
  return {
    addressKey: 2,
    addressline1: street,
    addressline2: 'Unit 4',
    addressline3: 'Menara Kota',
    addressline4: 'Reception',
    addressType: 'MAILING_ADDRESS',
    district: 'Central Jakarta',
    city: 'Jakarta',
    state: 'DKI Jakarta',
    postalCode: '10340',
    countryName: 'Indonesia',
    countrySpecificAddress: { village: 'Menteng', subDistrict: 'Menteng', regencyCode: '3171' },
  }
}

/** Describes a phone number of a customer. */
export function phoneFields({ phone }: Profile, { dialCode }: Market): Fields {
  return {
    phoneKey: 1,
    phoneType: 'HOME',
    phoneNumber: phone,
    phoneCountryCode: dialCode,
    areaCode: undefined,
    extension: undefined,
  }
}

/** Describes the e-mail address that a customer has from the start. */
export function emailFields({ email }: Profile): Fields {
  return { emailKey: 1, emailAddress: email, preferredEmailFlag: true, emailType: 'PERSONAL' }
}
