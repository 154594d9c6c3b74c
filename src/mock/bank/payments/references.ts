/** The values of reference data that payments take, by the name of the field. */
export const paymentReferences: Readonly<Record<string, readonly string[]>> = {
  transferCurrencyIndicator: ['SOURCE_ACCOUNT_CURRENCY', 'DESTINATION_ACCOUNT_CURRENCY'],
  chargeBearer: ['REMITTER', 'BENEFICIARY', 'SHARED'],
  paymentMethod: ['GIRO', 'SAME_DAY', 'BOOK_TRANSFER', 'WIRE', 'SEPA_CREDIT'],
  paymentScheduleType: ['IMMEDIATE', 'FUTURE_DATED', 'STANDING_INSTRUCTION'],
  paymentFrequency: ['WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY'],
  paymentPriority: ['NORMAL', 'URGENT'],
  transferPurpose: ['FAMILY_SUPPORT', 'SALARY', 'RENT', 'CASH_DISBURSEMENT'],
  proxyPaymentType: ['MOBILE_PAYMENT'],
  proxyAccountIdType: ['MOBILE_NUMBER', 'EMAIL_ADDRESS'],
  idType: ['TAX_NUMBER', 'PASSPORT'],
  taxDeclarationType: ['SELF_ASSESSMENT', 'PAYROLL'],
  taxPaymentPeriod: ['YEAR', 'QUARTER', 'MONTH'],
}

/** Finds the first field of a body whose value is not among the reference data; undefined when all are. */
export function unknownReference(body: unknown, path = '/JSON'): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  for (const [name, value] of Object.entries(body)) {
    const known = paymentReferences[name]
    const here = `${path}/${name}`
    if (known !== undefined && typeof value === 'string' && !known.includes(value)) return here
    const inside = unknownReference(value, here)
    if (inside !== undefined) return inside
  }
  return undefined
}
