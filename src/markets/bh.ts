import type { Market } from './types.ts'

/** Bahrain: no page documents it, but its sandbox answered, with data of Polish names in Bahraini dinars. */
export const bh: Market = {
  id: 'bh',
  name: 'Bahrain',
  currency: 'BHD',
  locale: 'en_BH',
  businessCode: 'gcb',
  dialCode: '973',
  cities: ['Manama', 'Riffa', 'Muharraq'],
  streets: ['Exhibition Avenue', 'Government Avenue', 'Budaiya Highway'],
  postalCodes: ['317', '903', '215'],
  firstNames: ['Marek', 'Ewa', 'Tomasz', 'Fatima', 'Yusuf'],
  lastNames: ['Zielińska', 'Wrona', 'Al Khalifa', 'Kaczmarek', 'Haddad'],
}
