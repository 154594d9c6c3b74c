import type { MatrixServer } from './matrix.ts'

const suites = 'ssl_ciphers ECDHE+AESGCM;'
const suites13 = 'ssl_conf_command Ciphersuites TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384;'
const versions = 'ssl_protocols TLSv1.2 TLSv1.3;'
const good = [suites, suites13, versions, 'ssl_session_cache shared:lab:1m;', 'ssl_session_tickets off;']

function serving(id: string, breaks: MatrixServer['breaks'], directives: readonly string[]): MatrixServer {
  return { id, needs: 'nginx', breaks, start: (lab, identities) => lab.nginx(identities.good, directives) }
}

/** Servers of nginx: what its directives can do wrong. */
export const nginxServers: readonly MatrixServer[] = [
  serving('nginx-good', [], good),
  serving(
    'nginx-tls-10',
    ['tls.version.no-10', 'tls.version.no-11', 'tls.cipher.no-cbc', 'tls.cipher.mozilla'],
    [
      'ssl_ciphers ECDHE+AESGCM:ECDHE-RSA-AES256-SHA:@SECLEVEL=0;',
      'ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;',
      suites13,
      'ssl_session_cache shared:lab:1m;',
    ],
  ),
  serving(
    'nginx-static-rsa',
    ['tls.cipher.no-static-rsa', 'tls.cipher.forward-secrecy', 'tls.cipher.nist', 'tls.cipher.mozilla'],
    ['ssl_ciphers ECDHE+AESGCM:AES256-GCM-SHA384;', suites13, versions, 'ssl_session_cache shared:lab:1m;'],
  ),
  serving(
    'nginx-no-resumption',
    ['tls.session.resumption'],
    [
      suites,
      'ssl_protocols TLSv1.2 TLSv1.3;',
      suites13,
      'ssl_session_cache off;',
      'ssl_session_tickets off;',
    ],
  ),
  {
    id: 'nginx-expired',
    needs: 'nginx',
    breaks: ['tls.certificate.validity', 'tls.certificate.ends-in-30-days'],
    start: async (lab, { issue }) => lab.nginx(await issue({ to: -2 }), good),
  },
]
