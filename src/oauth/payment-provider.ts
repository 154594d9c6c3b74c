import { X509Certificate } from 'node:crypto'
import { exportJWK, importPKCS8, importX509, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose'
import type { ClientCertificate } from '../http/client.ts'

/** What a test changes about a software statement; everything else stays right. */
export interface StatementChange {
  /** Claims to replace; undefined leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>
  /** Whether the statement goes without a signature. */
  readonly isUnsigned?: boolean
}

const signatures: Readonly<Record<string, string>> = { rsa: 'RS256', ec: 'ES256' }

/** How long a statement may be used: longer than any test moves the clock of its target. */
const lifetimeSeconds = 90 * 24 * 60 * 60

/** A payment service provider: a qualified certificate with its key, and the statements that the key signs. */
export class PaymentProvider {
  readonly certificate: ClientCertificate
  readonly #x509: X509Certificate

  constructor(certificate: ClientCertificate) {
    this.certificate = certificate
    this.#x509 = new X509Certificate(certificate.cert)
  }

  /**
   * Writes another software statement about the same software.
   * @see https://www.rfc-editor.org/rfc/rfc7591#section-2.3
   */
  async statement({ claims = {}, isUnsigned = false }: StatementChange = {}): Promise<string> {
    const payload = withoutUndefined({ ...(await this.#claims()), ...claims })
    if (isUnsigned) return new UnsecuredJWT(payload).encode()
    const key = await importPKCS8(this.certificate.key, this.#algorithm)
    return new SignJWT(payload)
      .setProtectedHeader({ alg: this.#algorithm, typ: 'JWT', kid: this.#x509.fingerprint256 })
      .sign(key)
  }

  get #algorithm(): string {
    return signatures[this.#x509.publicKey.asymmetricKeyType ?? ''] ?? 'RS256'
  }

  async #claims(): Promise<JWTPayload> {
    const now = Math.floor(Date.now() / 1000)
    return {
      iss: softwareId,
      iat: now,
      exp: now + lifetimeSeconds,
      jti: crypto.randomUUID(),
      software_id: softwareId,
      software_version: '1.0',
      client_name: 'Household Budget',
      client_uri: 'https://tpp.example',
      logo_uri: 'https://tpp.example/logo.png',
      tos_uri: 'https://tpp.example/terms',
      policy_uri: 'https://tpp.example/privacy',
      contacts: ['developers@tpp.example'],
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      scope: 'openid accounts',
      roles: ['AISP'],
      jwks: { keys: [await this.#publicKey()] },
    }
  }

  async #publicKey(): Promise<Record<string, unknown>> {
    const key = await importX509(this.certificate.cert, this.#algorithm, { extractable: true })
    const x5c = [this.#x509.raw.toString('base64')]
    return { ...(await exportJWK(key)), use: 'sig', kid: this.#x509.fingerprint256, x5c }
  }
}

const softwareId = 'household-budget'

/** Where the software sends customers back to. */
export const redirectUri = 'https://tpp.example/callback'

function withoutUndefined(claims: Readonly<Record<string, unknown>>): JWTPayload {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined))
}
