import type { Market } from './types.ts'

/** United Kingdom. */
export const gb: Market = {
  id: 'gb',
  name: 'United Kingdom',
  currency: 'GBP',
  locale: 'en_GB',
  businessCode: 'gcb',
  dialCode: '44',
  cities: ['London', 'Leeds', 'Bristol'],
  streets: ['Canada Square', 'Park Row', 'Queen Square'],
  postalCodes: ['E14 5LB', 'LS1 5HN', 'BS1 4QP'],
  firstNames: ['Amelia', 'Oliver', 'Freya', 'Harry', 'Imogen'],
  lastNames: ['Hughes', 'Patel', 'Evans', 'Clarke', 'Shah'],
}
