/** Units of a currency that buy one US dollar; one where none is given. */
const unitsPerDollar: Readonly<Record<string, number>> = {
  AUD: 1.52,
  BHD: 0.38,
  EUR: 0.93,
  GBP: 0.79,
  HKD: 7.8,
  INR: 83.5,
  MXN: 18.2,
  PLN: 3.95,
  SGD: 1.34,
}

const dollarsPerEuro = 1.08

/** Tells how many units of a currency buy one US dollar. */
export function perDollar(currency: string): number {
  return unitsPerDollar[currency] ?? 1
}

/** Turns US cents into minor units of a currency, so that amounts look at home in every market. */
export function localAmount(cents: number, currency: string): number {
  return Math.round(cents * (unitsPerDollar[currency] ?? 1))
}

/** Names the currency that payments abroad are made in. */
export function foreignCurrencyOf(currency: string): string {
  return currency === 'USD' ? 'EUR' : 'USD'
}

/** Returns how many units of the account's currency buy one unit of its foreign currency. */
export function foreignRateOf(currency: string): number {
  return currency === 'USD' ? dollarsPerEuro : (unitsPerDollar[currency] ?? 1)
}

/** Turns minor units of a currency into those of its foreign currency. */
export function foreignAmount(minorUnits: number, currency: string): number {
  return Math.round(minorUnits / foreignRateOf(currency))
}
