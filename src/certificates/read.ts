// The library finds its algorithms by injection, which needs this polyfill before its own first line.
import 'reflect-metadata'
import { X509Certificate } from '@peculiar/x509'
import type { PaymentProvider } from './payment-roles.ts'
import { qualifiedStatements, readPurpose, readRoles } from './qualified.ts'
import { organisationIdentifier } from './sign.ts'

/** What a certificate says of a payment service provider, and between which moments. */
export interface ProviderCertificate extends PaymentProvider {
  readonly notBefore: Date
  readonly notAfter: Date
}

/** Reads a provider's certificate in DER or PEM; what it does not say is empty. */
export function readProviderCertificate(certificate: Uint8Array | string): ProviderCertificate {
  const read = new X509Certificate(
    typeof certificate === 'string' ? certificate : Uint8Array.from(certificate),
  )
  const statements = read.getExtension(qualifiedStatements)
  const purpose = statements === null ? undefined : readPurpose(statements.value)
  return {
    organisationId: read.subjectName.getField(organisationIdentifier)[0] ?? '',
    name: read.subjectName.getField('O')[0] ?? '',
    roles: statements === null ? [] : readRoles(statements.value),
    ...(purpose === undefined ? {} : { purpose }),
    notBefore: read.notBefore,
    notAfter: read.notAfter,
  }
}

/** Tells whether an authority signed a certificate: its issuer and its signature say so. */
export async function isIssuedBy(certificate: Uint8Array, authorityPem: string): Promise<boolean> {
  const [leaf, authority] = [
    new X509Certificate(Uint8Array.from(certificate)),
    new X509Certificate(authorityPem),
  ]
  return (
    leaf.issuer === authority.subject &&
    (await leaf.verify({ publicKey: authority.publicKey, signatureOnly: true }))
  )
}
