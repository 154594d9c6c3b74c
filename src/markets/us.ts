import type { Market } from './types.ts'

/** United States. */
export const us: Market = {
  id: 'us',
  name: 'United States',
  currency: 'USD',
  locale: 'en_US',
  businessCode: 'gcb',
  dialCode: '1',
  cities: ['New York', 'Sioux Falls', 'San Antonio'],
  streets: ['Lexington Avenue', 'Phillips Avenue', 'Commerce Street'],
  postalCodes: ['10022', '57104', '78205'],
  firstNames: ['Grace', 'Daniel', 'Maria', 'James', 'Olivia'],
  lastNames: ['Whitfield', 'Ortega', 'Nguyen', 'Carter', 'Hale'],
}
