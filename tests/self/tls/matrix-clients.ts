import type { ServerOptions } from 'node:https'
import type { MatrixServer } from './matrix.ts'

/** A server of Node that asks clients for a certificate. */
function asking(id: string, breaks: MatrixServer['breaks'], options: ServerOptions): MatrixServer {
  return {
    id,
    client: true,
    breaks,
    start: (lab, { good, root }) => lab.node(good, { requestCert: true, ca: root.pem, ...options }),
  }
}

const nginx = [
  'ssl_ciphers ECDHE+AESGCM;',
  'ssl_protocols TLSv1.2 TLSv1.3;',
  'ssl_session_cache shared:lab:1m;',
]
const suites13 = 'ssl_conf_command Ciphersuites TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384;'

/** One of nginx, which finishes every handshake and refuses in HTTP. */
function nginxAsking(id: string, breaks: MatrixServer['breaks'], verify: string): MatrixServer {
  return {
    id,
    needs: 'nginx',
    client: true,
    breaks,
    start: (lab, { good, root }) =>
      lab.nginx(good, [
        ...nginx,
        suites13,
        `ssl_verify_client ${verify};`,
        'ssl_verify_depth 3;',
        `ssl_client_certificate ${lab.file('clients.pem', root.pem)};`,
      ]),
  }
}

/** Servers that want to know who their client is. */
export const clientServers: readonly MatrixServer[] = [
  asking('client-checked', [], {}),
  asking('client-checked-at-12', ['tls.version.13'], { maxVersion: 'TLSv1.2' }),
  asking('client-asked-and-ignored', ['tls.client.none-refused', 'tls.client.wrong-refused'], {
    rejectUnauthorized: false,
  }),
  asking('client-never-asked', ['tls.client.none-refused', 'tls.client.wrong-refused'], {
    requestCert: false,
  }),
  {
    id: 'client-refused',
    client: true,
    breaks: ['tls.client.right-accepted'],
    start: (lab, { good }) => lab.node(good, { requestCert: true, ca: good.forged.pem }),
  },
  nginxAsking('nginx-client-checked', [], 'on'),
  nginxAsking('nginx-client-optional', ['tls.client.none-refused'], 'optional'),
  nginxAsking(
    'nginx-client-unverified',
    ['tls.client.none-refused', 'tls.client.wrong-refused'],
    'optional_no_ca',
  ),
]
