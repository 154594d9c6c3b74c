import { referenceValuesOf } from '../reference-data.ts'

/** Fields of payments whose values must be among the reference data. */
const judged: ReadonlySet<string> = new Set([
  'chargeBearer',
  'idType',
  'paymentFrequency',
  'paymentMethod',
  'paymentPriority',
  'paymentScheduleType',
  'proxyAccountIdType',
  'proxyPaymentType',
  'taxDeclarationType',
  'taxPaymentPeriod',
  'transferCurrencyIndicator',
  'transferPurpose',
])

/** Tells whether a value is among the reference data of a field. */
export function isReferenceValue(name: string, value: string): boolean {
  return referenceValuesOf(name)?.some(({ code }) => code === value) === true
}

/** Finds the first field of a body whose value is not among the reference data; undefined when all are. */
export function unknownReference(body: unknown, path = '/JSON'): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  for (const [name, value] of Object.entries(body)) {
    const here = `${path}/${name}`
    if (judged.has(name) && typeof value === 'string' && !isReferenceValue(name, value)) return here
    const inside = unknownReference(value, here)
    if (inside !== undefined) return inside
  }
  return undefined
}
