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

/** The library throws where the signer is nobody that may sign. */
async function isSigned(answer: BasicOCSPResponse, issuer: Certificate): Promise<boolean> {
  try {
    return await answer.verify({ trustedCerts: [issuer], issuerCerts: [issuer] })
  } catch {
    return false
  }
}
