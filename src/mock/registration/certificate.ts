import { type ProviderCertificate, readProviderCertificate } from '../../certificates/read.ts'
import type { Answer } from '../answer.ts'
import { refusal } from '../refusals.ts'
import type { EndpointCall, World } from '../world.ts'

/**
 * Finds out which payment service provider stands behind a connection, or the answer that refuses it; undefined
 * where nobody asks.
 * @see https://www.rfc-editor.org/rfc/rfc8705#section-3
 */
export async function identifyProvider(
  world: World,
  call: EndpointCall,
): Promise<ProviderCertificate | Answer | undefined> {
  const der = call.certificate?.()
  if (der === undefined)
    return world.behaviour.enforces('registration.certificate') ? refuseCertificate(call) : undefined
  const certificate = readProviderCertificate(der)
  if (await isWrong(world, der, certificate)) return refuseCertificate(call)
  if (certificate.roles.length === 0 && world.behaviour.enforces('registration.role'))
    return refusal(403, call.operation)
  return certificate
}

/** A certificate must come from a trusted authority, be for connections, and be valid now. */
async function isWrong(world: World, der: Uint8Array, certificate: ProviderCertificate): Promise<boolean> {
  const { behaviour, clock, trust } = world
  if (behaviour.enforces('registration.issuer') && !(await trust.trusts(der))) return true
  if (certificate.purpose === 'seal' && behaviour.enforces('registration.purpose')) return true
  const now = clock.now()
  const isValid = certificate.notBefore <= now && now <= certificate.notAfter
  return !isValid && behaviour.enforces('registration.validity')
}

function refuseCertificate({ operation }: EndpointCall): Answer {
  const challenge =
    'Bearer realm="citi", error="invalid_token", error_description="The certificate is missing or not accepted"'
  return refusal(401, operation, { headers: { 'www-authenticate': challenge } })
}
