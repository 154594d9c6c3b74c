import type { Market } from './types.ts'

/** Poland. */
export const pl: Market = {
  id: 'pl',
  name: 'Poland',
  currency: 'PLN',
  locale: 'pl_PL',
  businessCode: 'gcb',
  dialCode: '48',
  cities: ['Warszawa', 'Kraków', 'Gdańsk'],
  streets: ['ul. Senatorska', 'ul. Długa', 'ul. Szeroka'],
  postalCodes: ['00-923', '31-146', '80-835'],
  firstNames: ['Zofia', 'Piotr', 'Agnieszka', 'Jakub', 'Hanna'],
  lastNames: ['Kowalska', 'Nowak', 'Wiśniewska', 'Zieliński', 'Wójcik'],
}
