import type { Market } from './types.ts'

/** India. */
export const india: Market = {
  id: 'in',
  name: 'India',
  currency: 'INR',
  locale: 'en_IN',
  businessCode: 'gcb',
  dialCode: '91',
  cities: ['Mumbai', 'Chennai', 'Bengaluru'],
  streets: ['Bandra Kurla Road', 'Anna Salai', 'MG Road'],
  postalCodes: ['400051', '600002', '560001'],
  firstNames: ['Ananya', 'Rohan', 'Meera', 'Vikram', 'Kavya'],
  lastNames: ['Iyer', 'Sharma', 'Nair', 'Deshpande', 'Reddy'],
}
