import { transport, type Defect } from './defect.ts'

/** Mistakes of the TLS endpoint. */
export const transportDefects: readonly Defect[] = [
  {
    id: 'tls-10-spoken',
    breaks: 'tls.version.no-10',
    alsoBreaks: ['tls.version.no-11'],
    apply: transport({ minVersion: 'TLSv1', ciphers: 'ALL@SECLEVEL=0' }),
  },
  {
    id: 'tls-11-spoken',
    breaks: 'tls.version.no-11',
    apply: transport({ minVersion: 'TLSv1.1', ciphers: 'ALL@SECLEVEL=0' }),
  },
  {
    id: 'tls-12-missing',
    breaks: 'tls.version.12',
    alsoBreaks: ['tls.cipher.recommended'],
    apply: transport({ minVersion: 'TLSv1.3' }),
  },
  { id: 'tls-13-missing', breaks: 'tls.version.13', apply: transport({ maxVersion: 'TLSv1.2' }) },
  {
    id: 'anonymous-suites',
    breaks: 'tls.cipher.no-anonymous',
    alsoBreaks: ['tls.version.13'],
    apply: transport({ maxVersion: 'TLSv1.2', ciphers: 'ALL:aNULL@SECLEVEL=0', dhparam: 'auto' }),
  },
  { id: 'null-suites', breaks: 'tls.cipher.no-null', apply: transport({ ciphers: 'ALL:eNULL@SECLEVEL=0' }) },
  {
    id: 'static-rsa-suites',
    breaks: 'tls.cipher.no-static-rsa',
    apply: transport({ ciphers: 'ALL@SECLEVEL=0', certificate: 'rsa' }),
  },
  {
    id: 'no-recommended-suite',
    breaks: 'tls.cipher.recommended',
    apply: transport({
      ciphers: 'ECDHE-ECDSA-AES128-SHA256:ECDHE-ECDSA-AES256-SHA384:TLS_AES_128_GCM_SHA256',
    }),
  },
  { id: 'foreign-authority', breaks: 'tls.certificate.chain', apply: transport({ certificate: 'foreign' }) },
  {
    id: 'wrong-host-name',
    breaks: 'tls.certificate.hostname',
    apply: transport({ certificate: 'other-host' }),
  },
  {
    id: 'expired-certificate',
    breaks: 'tls.certificate.validity',
    alsoBreaks: ['tls.certificate.chain'],
    apply: transport({ certificate: 'expired' }),
  },
  { id: 'plain-http-served', breaks: 'tls.plain.refused', apply: transport({ plainHttp: true }) },
  {
    id: 'cbc-suites',
    breaks: 'tls.cipher.no-cbc',
    apply: transport({
      ciphers: 'TLS_AES_128_GCM_SHA256:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES128-SHA256',
    }),
  },
  {
    id: 'weak-key',
    breaks: 'tls.certificate.strength',
    apply: transport({ certificate: 'weak', ciphers: 'ECDHE+AESGCM:@SECLEVEL=0' }),
  },
  {
    id: 'certificate-about-to-end',
    breaks: 'tls.certificate.ends-later',
    apply: transport({ certificate: 'ending' }),
  },
]
