import { X509Certificate } from 'node:crypto'
import { BasicOCSPResponse, Certificate, OCSPResponse } from 'pkijs'

/** What a stapled OCSP answer says. */
export interface StapleFacts {
  /** Of the certificate in question; `malformed` where the answer cannot be read, `unrelated` where it is about others. */
  readonly status: 'good' | 'revoked' | 'unknown' | 'unsuccessful' | 'malformed' | 'unrelated'
  readonly producedFor?: { readonly thisUpdate: Date; readonly nextUpdate: Date | undefined }
  /** Whether the issuer, or a responder that it appointed, signed the answer. */
  readonly signed: boolean
}

const statuses = ['good', 'revoked', 'unknown'] as const

/**
 * Reads a stapled answer about the first certificate of a chain, which the second one issued.
 * @see https://www.rfc-editor.org/rfc/rfc6960#section-4.2
 */
export async function readStaple(staple: Buffer, chain: readonly Buffer[]): Promise<StapleFacts> {
  try {
    const response = OCSPResponse.fromBER(Uint8Array.from(staple))
    const basic = response.responseBytes?.response.valueBlock.valueHexView
    if (basic === undefined) return { status: 'unsuccessful', signed: false }
    return await readBasic(BasicOCSPResponse.fromBER(Uint8Array.from(basic)), chain)
  } catch {
    return { status: 'malformed', signed: false }
  }
}

async function readBasic(answer: BasicOCSPResponse, chain: readonly Buffer[]): Promise<StapleFacts> {
  const [certificate, issuer] = chain.map((der) => Certificate.fromBER(Uint8Array.from(der)))
  if (certificate === undefined || issuer === undefined) return { status: 'unrelated', signed: false }
  const { isForCertificate, status } = await answer.getCertificateStatus(certificate, issuer)
  if (!isForCertificate) return { status: 'unrelated', signed: false }
  const serial = certificate.serialNumber.valueBlock.toString()
  const about = answer.tbsResponseData.responses.find(
    ({ certID }) => certID.serialNumber.valueBlock.toString() === serial,
  )
  return {
    status: statuses[status] ?? 'malformed',
    ...(about === undefined
      ? {}
      : { producedFor: { thisUpdate: about.thisUpdate, nextUpdate: about.nextUpdate } }),
    signed: await isSigned(answer, issuer),
  }
}

/**
 * The library looks for the signer among the certificates of the answer alone, where the issuer need not be, and
 * throws where the signer is nobody that may sign.
 */
async function isSigned(answer: BasicOCSPResponse, issuer: Certificate): Promise<boolean> {
  const appointed = (answer.certs ?? []).filter((candidate) => isAppointed(candidate, issuer))
  answer.certs = [...appointed, issuer]
  try {
    return await answer.verify({ trustedResponders: answer.certs, issuerCerts: [issuer] })
  } catch {
    return false
  }
}

/** The purpose of a responder that the issuer appointed. @see https://www.rfc-editor.org/rfc/rfc6960#section-4.2.2.2 */
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9'

function isAppointed(candidate: Certificate, issuer: Certificate): boolean {
  const [responder, authority] = [candidate, issuer].map(
    (certificate) => new X509Certificate(Buffer.from(certificate.toSchema().toBER())),
  )
  if (responder === undefined || authority === undefined) return false
  const purposes = responder.keyUsage as string[] | undefined
  return purposes?.includes(OCSP_SIGNING) === true && responder.verify(authority.publicKey)
}
