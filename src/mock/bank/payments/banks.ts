/** Another bank, as payees name it. */
export interface OtherBank {
  readonly name: string
  /** Code of the bank in its country. */
  readonly code: string
  readonly bic: string
  readonly country: string
  readonly countryName: string
  readonly currency: string
  readonly street: string
  readonly floor?: string
  readonly city: string
}

/** Banks that payees have their accounts at; domestic ones stand for whatever market asks. */
export const otherBanks = {
  domestic: {
    name: 'Harbour Building Society',
    code: '309455',
    bic: 'HRBBGB2L',
    country: 'GB',
    countryName: 'UNITED_KINGDOM',
    currency: 'GBP',
    street: '9 Quay Street',
    city: 'Bristol',
  },
  american: {
    name: 'Hudson Savings Bank',
    code: '021408837',
    bic: 'HUDSUS3N',
    country: 'US',
    countryName: 'UNITED_STATES',
    currency: 'USD',
    street: '400 Hudson Street',
    floor: 'Floor 6',
    city: 'New York',
  },
  german: {
    name: 'Nordlicht Bank',
    code: '20050550',
    bic: 'NORDDEFF',
    country: 'DE',
    countryName: 'GERMANY',
    currency: 'EUR',
    street: 'Elbchaussee 12',
    city: 'Hamburg',
  },
} as const satisfies Record<string, OtherBank>

/** A country that money can go to. */
export interface Destination {
  readonly code: string
  readonly name: string
  readonly currency: string
  readonly hasIban: boolean
}

/** The countries that money can go to, in alphabetical order. */
export const destinations: readonly Destination[] = [
  { code: 'AU', name: 'AUSTRALIA', currency: 'AUD', hasIban: false },
  { code: 'BE', name: 'BELGIUM', currency: 'EUR', hasIban: true },
  { code: 'FR', name: 'FRANCE', currency: 'EUR', hasIban: true },
  { code: 'DE', name: 'GERMANY', currency: 'EUR', hasIban: true },
  { code: 'HK', name: 'HONG_KONG', currency: 'HKD', hasIban: false },
  { code: 'IN', name: 'INDIA', currency: 'INR', hasIban: false },
  { code: 'IE', name: 'IRELAND', currency: 'EUR', hasIban: true },
  { code: 'IT', name: 'ITALY', currency: 'EUR', hasIban: true },
  { code: 'PL', name: 'POLAND', currency: 'PLN', hasIban: true },
  { code: 'SG', name: 'SINGAPORE', currency: 'SGD', hasIban: false },
  { code: 'ES', name: 'SPAIN', currency: 'EUR', hasIban: true },
  { code: 'US', name: 'UNITED_STATES', currency: 'USD', hasIban: false },
]

/** Tells whether a text is an IBAN: its check digits are right. @see https://www.iso.org/standard/81090.html */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(text)) return false
  const digits = `${text.slice(4)}${text.slice(0, 4)}`.replaceAll(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  )
  return BigInt(digits) % 97n === 1n
}
