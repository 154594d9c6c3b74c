import { createSecureContext } from 'node:tls'
import { SettingsError } from '../errors.ts'
import { type ClientOptions, readPem } from '../http/client.ts'
import type { Settings } from '../settings.ts'

/** Reads the certificates that the settings name; SettingsError when a file is not what its setting says. */
export function readTrust(
  settings: Pick<Settings, 'caFile' | 'clientCertificate'>,
): Pick<ClientOptions, 'ca' | 'clientCertificate'> {
  const { caFile, clientCertificate } = settings
  return {
    ca: caFile === undefined ? undefined : readAuthority(caFile),
    clientCertificate: clientCertificate && readClientCertificate(clientCertificate),
  }
}

function readAuthority(file: string): string {
  const pem = readPem('CITI_CA_FILE', file)
  if (!pem.includes('-----BEGIN CERTIFICATE-----'))
    throw new SettingsError(
      'setting-invalid',
      `CITI_CA_FILE names ${file}, which holds no certificate in PEM`,
      {
        fix: 'name the PEM file of the certificate authority',
      },
    )
  return pem
}

function readClientCertificate({ certFile, keyFile }: { certFile: string; keyFile: string }) {
  const pair = { cert: readPem('CITI_CLIENT_CERT', certFile), key: readPem('CITI_CLIENT_KEY', keyFile) }
  try {
    createSecureContext(pair)
  } catch (cause) {
    const message = `CITI_CLIENT_CERT ${certFile} and CITI_CLIENT_KEY ${keyFile} are no certificate with its key in PEM`
    throw new SettingsError('setting-invalid', message, { fix: 'name both PEM files of one pair', cause })
  }
  return pair
}
