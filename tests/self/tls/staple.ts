import { Constructed, GeneralizedTime, OctetString, Primitive } from 'asn1js'
import { BasicOCSPResponse, CertID, Certificate, OCSPResponse, ResponseBytes, SingleResponse } from 'pkijs'
import { type Forged, inDays } from './forge.ts'

/** What an OCSP answer is to say; everything that is left out is as it should be. */
export interface StapleWish {
  readonly revoked?: boolean
  /** Days from now at which the answer ends. */
  readonly to?: number
  /** Who signs in the place of the issuer. */
  readonly signer?: Forged
}

const OCSP_BASIC = '1.3.6.1.5.5.7.48.1.1'
const CONTEXT_SPECIFIC = 3

/** Makes an OCSP answer about a certificate, in DER. */
export async function makeStaple(forged: Forged, wish: StapleWish = {}): Promise<Buffer> {
  const issuer = forged.issuer ?? forged
  const signer = wish.signer ?? issuer
  const basic = new BasicOCSPResponse()
  basic.tbsResponseData.responderID = read(issuer).subject
  basic.tbsResponseData.producedAt = inDays(-1)
  basic.tbsResponseData.responses = [await answerAbout(forged, issuer, wish)]
  await basic.sign(signer.keys.privateKey, 'SHA-256')
  return wrap(basic)
}

async function answerAbout(
  forged: Forged,
  issuer: Forged,
  { revoked, to }: StapleWish,
): Promise<SingleResponse> {
  const certID = new CertID()
  await certID.createForCertificate(read(forged), { hashAlgorithm: 'SHA-1', issuerCertificate: read(issuer) })
  const response = new SingleResponse({ certID, certStatus: revoked === true ? revokedYesterday() : good() })
  // Later than the revocation, and whole seconds: the format knows no smaller ones.
  response.thisUpdate = wholeSeconds(inDays(-10))
  response.nextUpdate = wholeSeconds(inDays(to ?? 5))
  return response
}

function good(): Primitive {
  return new Primitive({ idBlock: { tagClass: CONTEXT_SPECIFIC, tagNumber: 0 } })
}

function revokedYesterday(): Constructed {
  const value = [new GeneralizedTime({ valueDate: wholeSeconds(inDays(-20)) })]
  return new Constructed({ idBlock: { tagClass: CONTEXT_SPECIFIC, tagNumber: 1 }, value })
}

function wrap(basic: BasicOCSPResponse): Buffer {
  const response = new OCSPResponse()
  response.responseStatus.valueBlock.valueDec = 0
  const der = basic.toSchema().toBER(false)
  response.responseBytes = new ResponseBytes({
    responseType: OCSP_BASIC,
    response: new OctetString({ valueHex: der }),
  })
  return Buffer.from(response.toSchema().toBER(false))
}

function read(forged: Forged): Certificate {
  return Certificate.fromBER(forged.certificate.rawData)
}

function wholeSeconds(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 1000) * 1000)
}
