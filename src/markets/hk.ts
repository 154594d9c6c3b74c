import type { Market } from './types.ts'

/** Hong Kong. */
export const hk: Market = {
  id: 'hk',
  name: 'Hong Kong',
  currency: 'HKD',
  locale: 'en_HK',
  businessCode: 'gcb',
  dialCode: '852',
  cities: ['Hong Kong', 'Kowloon'],
  streets: ["Queen's Road Central", 'Nathan Road', 'Garden Road'],
  postalCodes: ['000000', '999077', '999077'],
  firstNames: ['Ka Yan', 'Chi Wai', 'Wing', 'Ho Yin', 'Suet'],
  lastNames: ['Chan', 'Wong', 'Leung', 'Cheung', 'Lau'],
}
