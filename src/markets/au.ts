import type { Market } from './types.ts'

/** Australia. */
export const au: Market = {
  id: 'au',
  name: 'Australia',
  currency: 'AUD',
  locale: 'en_AU',
  businessCode: 'gcb',
  dialCode: '61',
  cities: ['Sydney', 'Melbourne', 'Brisbane'],
  streets: ['Park Street', 'Collins Street', 'Eagle Street'],
  postalCodes: ['2000', '3000', '4000'],
  firstNames: ['Chloe', 'Jack', 'Isla', 'Noah', 'Ruby'],
  lastNames: ['Thompson', 'Murphy', 'Nguyen', 'Walker', 'Doyle'],
}
