import type { Market } from './types.ts'

/** Mexico. */
export const mx: Market = {
  id: 'mx',
  name: 'Mexico',
  currency: 'MXN',
  locale: 'es_MX',
  businessCode: 'gcb',
  dialCode: '52',
  cities: ['Ciudad de México', 'Monterrey', 'Guadalajara'],
  streets: ['Paseo de la Reforma', 'Avenida Constitución', 'Calzada Independencia'],
  postalCodes: ['06600', '64000', '44100'],
  firstNames: ['Ximena', 'Diego', 'Valeria', 'Emilio', 'Renata'],
  lastNames: ['Hernández', 'Castillo', 'Ramírez', 'Ortega', 'Luna'],
}
