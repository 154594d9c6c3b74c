/**
 * The roles that a payment service provider can hold, by their identifiers.
 * @see https://www.etsi.org/deliver/etsi_ts/119400_119499/119495/ ETSI TS 119 495, section 4.5.2
 */
const identifiers = {
  /** Account servicing: a bank. */
  PSP_AS: '0.4.0.19495.1.1',
  /** Payment initiation. */
  PSP_PI: '0.4.0.19495.1.2',
  /** Account information. */
  PSP_AI: '0.4.0.19495.1.3',
  /** Issuing of card-based payment instruments. */
  PSP_IC: '0.4.0.19495.1.4',
} as const

/** A role as certificates name it. */
export type PaymentRole = keyof typeof identifiers

/** Returns the object identifier of a role. */
export function identifierOf(role: PaymentRole): string {
  return identifiers[role]
}

/** Returns the role of an object identifier; undefined for one that names no role. */
export function roleOf(identifier: string): PaymentRole | undefined {
  const roles = Object.keys(identifiers) as PaymentRole[]
  return roles.find((role) => identifiers[role] === identifier)
}

/** The purposes of qualified certificates that providers hold. */
export type CertificatePurpose = 'website' | 'seal'

/** A payment service provider as its certificate describes it. */
export interface PaymentProvider {
  /** `PSD`, country, authority and number, for example `PSDGB-FCA-765112`. */
  readonly organisationId: string
  readonly name: string
  readonly roles: readonly PaymentRole[]
  /** What the certificate is for: connections (QWAC) unless it is for seals (QSEAL). */
  readonly purpose?: CertificatePurpose
}

const organisationPattern = /^PSD(?<country>[A-Z]{2})-(?<authority>[A-Z]{2,8})-[A-Za-z0-9-]+$/

/** Reads the country and the authority out of an organisation identifier; undefined when it is none of PSD2. */
export function readOrganisationId(text: string): { country: string; authority: string } | undefined {
  const { country, authority } = organisationPattern.exec(text)?.groups ?? {}
  return country === undefined || authority === undefined ? undefined : { country, authority }
}
