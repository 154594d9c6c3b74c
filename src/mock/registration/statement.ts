import { compactVerify, decodeJwt, decodeProtectedHeader, importX509, type JWTPayload } from 'jose'
import type { PaymentRole } from '../../certificates/payment-roles.ts'
import { type ProviderCertificate, readProviderCertificate } from '../../certificates/read.ts'
import type { World } from '../world.ts'

/** What a software statement says, in the words of RFC 7591 and of the open banking directories. */
interface Claims extends JWTPayload {
  readonly software_id?: unknown
  readonly redirect_uris?: unknown
  readonly roles?: unknown
  readonly jwks?: { readonly keys?: readonly { readonly x5c?: readonly string[] }[] }
}

/** A software statement that was accepted. */
export interface SoftwareStatement {
  readonly softwareId: string
  readonly redirectUris: readonly string[]
  readonly roles: readonly PaymentRole[]
  readonly organisationId: string
}

const algorithms = ['PS256', 'RS256', 'ES256']

/** The roles of the open banking directories, as certificates name them. */
const roleNames: Readonly<Record<string, PaymentRole>> = { AISP: 'PSP_AI', PISP: 'PSP_PI', CBPII: 'PSP_IC' }

/**
 * Reads a software statement; undefined when it must not be accepted.
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-2.3
 */
export async function readStatement(
  world: World,
  text: string,
  provider: ProviderCertificate | undefined,
): Promise<SoftwareStatement | undefined> {
  const claims = readClaims(text)
  const signer = claims === undefined ? undefined : signerOf(claims)
  if (claims === undefined || signer === undefined) return undefined
  if (!(await isGenuine(world, text, signer)) || isOver(world, claims) || isReplayed(world, claims))
    return undefined
  const statement = readMetadata(claims, readProviderCertificate(signer))
  if (statement === undefined || !fits(world, statement, provider)) return undefined
  world.clients.usedStatements.add(String(claims.jti))
  return statement
}

function readClaims(text: string): Claims | undefined {
  try {
    return decodeJwt(text)
  } catch {
    return undefined
  }
}

/** The certificate of the key that signed, which the statement carries along. */
function signerOf({ jwks }: Claims): Uint8Array | undefined {
  const [certificate] = jwks?.keys?.[0]?.x5c ?? []
  return certificate === undefined ? undefined : Buffer.from(certificate, 'base64')
}

/** The signature must be right, and its key that of a provider whom the bank trusts. */
async function isGenuine(world: World, text: string, signer: Uint8Array): Promise<boolean> {
  if (!world.behaviour.enforces('statement.signature')) return true
  try {
    const { alg = 'none' } = decodeProtectedHeader(text)
    await compactVerify(text, await importX509(toPem(signer), alg), { algorithms })
    return await world.trust.trusts(signer)
  } catch {
    return false
  }
}

function toPem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

function isOver({ behaviour, clock }: World, { exp }: Claims): boolean {
  const isExpired = exp === undefined || exp * 1000 <= clock.now().getTime()
  return isExpired && behaviour.enforces('statement.expiry')
}

function isReplayed({ behaviour, clients }: World, { jti }: Claims): boolean {
  const isNew = jti !== undefined && !clients.usedStatements.has(jti)
  return !isNew && behaviour.enforces('statement.replay')
}

function readMetadata(claims: Claims, signer: ProviderCertificate): SoftwareStatement | undefined {
  const { software_id: softwareId, redirect_uris: redirectUris, roles } = claims
  if (typeof softwareId !== 'string' || !isTexts(redirectUris) || !isTexts(roles)) return undefined
  if (redirectUris.length === 0 || !redirectUris.every(isCallback)) return undefined
  return {
    softwareId,
    redirectUris,
    roles: roles.flatMap((name) => roleNames[name] ?? []),
    organisationId: signer.organisationId,
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

/** Customers are sent back over TLS, to an address without fragment. */
function isCallback(address: string): boolean {
  return URL.canParse(address) && address.startsWith('https://') && !address.includes('#')
}

/** A provider speaks for itself only, and for roles that it holds. */
function fits(
  { behaviour }: World,
  { organisationId, roles }: SoftwareStatement,
  provider: ProviderCertificate | undefined,
): boolean {
  if (provider === undefined) return true
  const isOwn = organisationId === provider.organisationId || !behaviour.enforces('statement.organisation')
  const holds = roles.every((role) => provider.roles.includes(role)) || !behaviour.enforces('statement.roles')
  return isOwn && holds
}
