import { type BaseBlock, fromBER, ObjectIdentifier, Sequence, Utf8String } from 'asn1js'
import {
  type CertificatePurpose,
  identifierOf,
  type PaymentProvider,
  type PaymentRole,
  readOrganisationId,
  roleOf,
} from './payment-roles.ts'

/** The extension of qualified certificates. @see https://www.rfc-editor.org/rfc/rfc3739#section-3.2.6 */
export const qualifiedStatements = '1.3.6.1.5.5.7.1.3'

const statements = {
  /** The certificate is qualified under European law (ETSI EN 319 412-5). */
  compliance: '0.4.0.1862.1.1',
  /** What the certificate is for. */
  type: '0.4.0.1862.1.6',
  /** Roles and authority of a payment service provider (ETSI TS 119 495). */
  payment: '0.4.0.19495.2',
} as const

/** The identifiers of the two purposes (ETSI EN 319 412-5, section 4.2.3). */
const purposes: Readonly<Record<CertificatePurpose, string>> = {
  seal: '0.4.0.1862.1.6.2',
  website: '0.4.0.1862.1.6.3',
}

/** Writes the statements of a provider's certificate in DER. */
export function writeStatements({
  organisationId,
  roles,
  purpose = 'website',
}: PaymentProvider): ArrayBuffer {
  const authority = readOrganisationId(organisationId)
  return sequence(
    sequence(identifier(statements.compliance)),
    sequence(identifier(statements.type), sequence(identifier(purposes[purpose]))),
    sequence(
      identifier(statements.payment),
      sequence(
        sequence(...roles.map((role) => sequence(identifier(identifierOf(role)), text(role)))),
        text(`${authority?.authority ?? ''} of ${authority?.country ?? ''}`),
        text(`${authority?.country ?? ''}-${authority?.authority ?? ''}`),
      ),
    ),
  ).toBER()
}

/** Reads the roles of a payment service provider out of the statements; none where they do not speak of any. */
export function readRoles(der: ArrayBuffer): PaymentRole[] {
  const [roles] = informationOf(der, statements.payment)
  return partsOf(roles).flatMap((role) => roleOf(identifierIn(role) ?? '') ?? [])
}

/** Reads what a certificate is for; undefined where its statements do not say. */
export function readPurpose(der: ArrayBuffer): CertificatePurpose | undefined {
  const [type] = informationOf(der, statements.type)
  const known = type instanceof ObjectIdentifier ? type.getValue() : undefined
  return (['website', 'seal'] as const).find((purpose) => purposes[purpose] === known)
}

/** The parts of what a statement says beside its own identifier. */
function informationOf(der: ArrayBuffer, wanted: string): unknown[] {
  const { result } = fromBER(der)
  const statement = partsOf(result).find((candidate) => identifierIn(candidate) === wanted)
  return partsOf(partsOf(statement)[1])
}

function sequence(...value: BaseBlock[]): Sequence {
  return new Sequence({ value })
}

function identifier(value: string): ObjectIdentifier {
  return new ObjectIdentifier({ value })
}

function text(value: string): Utf8String {
  return new Utf8String({ value })
}

function partsOf(block: unknown): unknown[] {
  return block instanceof Sequence ? block.valueBlock.value : []
}

function identifierIn(block: unknown): string | undefined {
  const [first] = partsOf(block)
  return first instanceof ObjectIdentifier ? first.getValue() : undefined
}
