import type { Market } from './types.ts'

/** Singapore. */
export const sg: Market = {
  id: 'sg',
  name: 'Singapore',
  currency: 'SGD',
  locale: 'en_SG',
  businessCode: 'gcb',
  dialCode: '65',
  cities: ['Singapore'],
  streets: ['Orchard Road', 'Shenton Way', 'Bedok North Street'],
  postalCodes: ['238823', '068805', '460123'],
  firstNames: ['Wei Ling', 'Arjun', 'Siti', 'Jun Hao', 'Mei'],
  lastNames: ['Tan', 'Krishnan', 'Rahman', 'Lim', 'Goh'],
}
