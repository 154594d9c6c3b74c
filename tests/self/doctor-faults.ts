import { always, type Env, type Ground, joined, leavePem, sendingBack } from './doctor-ground.ts'

/** One thing wrong in a set-up that works but for it. */
export interface Fault {
  readonly seed: (ground: Ground) => Env | Promise<Env>
  /** What the doctor's first line must hold. */
  readonly says: string
  /** `stopped` before the first test, unless a run works all the same. */
  readonly run?: 'works'
}

const base64 = (text: string) => Buffer.from(text).toString('base64')
const http = async ({ servers }: Ground, listener: Parameters<typeof servers.http>[0]) => ({
  CITI_BASE_URL: `http://${(await servers.http(listener)).host}`,
})
const token = always(200, '{"access_token":"t0ken"}')

/** Faults that stand in the settings themselves. */
export const faultsOfSettings: Readonly<Record<string, Fault>> = {
  'an address without a scheme': {
    seed: () => ({ CITI_BASE_URL: 'bank.example/api' }),
    says: 'CITI_BASE_URL is not an address with a scheme: bank.example/api',
  },
  'credentials without an address': {
    seed: () => ({ CITI_BASE_URL: '', CITI_CONTROL_URL: '' }),
    says: 'CITI_CLIENT_ID is set, but CITI_BASE_URL is not',
    run: 'works',
  },
  'no credentials': {
    seed: () => ({ CITI_CLIENT_ID: '', CITI_CLIENT_SECRET: '' }),
    says: 'CITI_CLIENT_ID and CITI_CLIENT_SECRET are not set',
  },
  'an id without its secret': {
    seed: () => ({ CITI_CLIENT_SECRET: '' }),
    says: 'CITI_CLIENT_ID is set, but CITI_CLIENT_SECRET is not',
  },
  'a secret with a line end': {
    seed: ({ settings }) => ({ CITI_CLIENT_SECRET: `${settings['CITI_CLIENT_SECRET'] ?? ''}\n` }),
    says: 'CITI_CLIENT_SECRET begins or ends with white space',
  },
  'a secret in quotes': {
    seed: ({ settings }) => ({ CITI_CLIENT_SECRET: `"${settings['CITI_CLIENT_SECRET'] ?? ''}"` }),
    says: 'CITI_CLIENT_SECRET still has its quotes or brackets',
  },
  'an id in the brackets of a template': {
    seed: () => ({ CITI_CLIENT_ID: '<your-client-id>' }),
    says: 'CITI_CLIENT_ID still has its quotes or brackets',
  },
  'a whole Basic header for the secret': {
    seed: ({ settings }) => ({ CITI_CLIENT_SECRET: `Basic ${base64(joined(settings))}` }),
    says: 'CITI_CLIENT_SECRET is a whole Basic header, not the bare value',
  },
  'base64 of both for the secret': {
    seed: ({ settings }) => ({ CITI_CLIENT_SECRET: base64(joined(settings)) }),
    says: 'CITI_CLIENT_SECRET is in base64 already, not the bare value',
  },
  'base64 of the id': {
    seed: ({ settings }) => ({ CITI_CLIENT_ID: base64(settings['CITI_CLIENT_ID'] ?? '') }),
    says: 'CITI_CLIENT_ID is in base64 already, not the bare value',
  },
  'id and secret swapped': {
    seed: ({ settings }) => ({
      CITI_CLIENT_ID: settings['CITI_CLIENT_SECRET'] ?? '',
      CITI_CLIENT_SECRET: settings['CITI_CLIENT_ID'] ?? '',
    }),
    says: 'CITI_CLIENT_ID and CITI_CLIENT_SECRET are swapped: the secret looks like an id',
  },
  'id and secret joined in one setting': {
    seed: ({ settings }) => ({ CITI_CLIENT_ID: joined(settings) }),
    says: 'CITI_CLIENT_ID holds a colon, which Basic authentication cannot carry',
  },
  'a second secret in quotes': {
    seed: () => ({ CITI_SECOND_CLIENT_ID: 'another', CITI_SECOND_CLIENT_SECRET: "'a-secret'" }),
    says: 'CITI_SECOND_CLIENT_SECRET still has its quotes or brackets',
  },
  'an unknown market': {
    seed: () => ({ CITI_MARKET: 'sg,fr' }),
    says: 'CITI_MARKET names fr, which is no market of this suite',
  },
  'a CA file that is not there': {
    seed: () => ({ CITI_CA_FILE: 'no-such.pem' }),
    says: 'CITI_CA_FILE names no-such.pem, which cannot be read',
  },
  'a CA file that is none': {
    seed: () => ({ CITI_CA_FILE: 'package.json' }),
    says: 'CITI_CA_FILE names package.json, which holds no certificate in PEM',
  },
  'a client certificate without its key': {
    seed: ({ settings }) => ({
      CITI_CLIENT_CERT: settings['CITI_CA_FILE'] ?? '',
      CITI_CLIENT_KEY: settings['CITI_CA_FILE'] ?? '',
    }),
    says: 'are no certificate with its key in PEM',
  },
  'a description of the login page that is none': {
    seed: () => ({ CITI_LOGIN_PAGE: 'readiness.yaml' }),
    says: 'the login page readiness.yaml: / must have required property',
  },
  'documents that are not there': {
    seed: () => ({ CITI_SPECS: 'no-such-folder', CITI_SCHEMAS: 'schemas' }),
    says: 'there are no contract documents in ',
  },
  'schemas of other documents': {
    seed: () => ({ CITI_SPECS: 'tests/self/checks/specs', CITI_SCHEMAS: 'schemas' }),
    says: 'schemas/contract.json is older than specs/',
  },
}

/** Faults of the way to the target and of its TLS. */
export const faultsOfTheWay: Readonly<Record<string, Fault>> = {
  'a name that does not resolve': {
    seed: () => ({ CITI_BASE_URL: 'https://no-such-host.invalid' }),
    says: 'the host name no-such-host.invalid does not resolve',
  },
  'a closed port': {
    seed: async ({ servers }) => ({ CITI_BASE_URL: `https://${(await servers.closed()).host}` }),
    says: 'nothing listens on 127.0.0.1 port',
  },
  'a way that leads through a proxy alone': {
    seed: async ({ servers }) => ({
      CITI_BASE_URL: `https://${(await servers.closed()).host}`,
      HTTPS_PROXY: 'http://someone:canary-5ecret@proxy.example:8080',
    }),
    says: 'cannot be reached directly; HTTPS_PROXY names a proxy, which the suite never uses',
  },
  'a port that never answers': {
    seed: async ({ servers }) => ({
      CITI_BASE_URL: `https://${(await servers.sockets(() => undefined)).host}`,
    }),
    says: 'no answer within 4000 ms',
  },
  'a port without TLS': {
    seed: async ({ servers }) => ({ CITI_BASE_URL: `https://${(await servers.http(token)).host}` }),
    says: 'answers, but does not speak TLS',
  },
  'http:// for a port with TLS': {
    seed: ({ settings }) => ({
      CITI_BASE_URL: settings['CITI_BASE_URL']?.replace('https:', 'http:') ?? '',
    }),
    says: 'the connection was cut before an answer came',
  },
  'a certificate of another authority': {
    seed: async ({ servers, folder }) => ({
      CITI_BASE_URL: `https://${(await servers.https(token)).host}`,
      CITI_CA_FILE: leavePem(folder, (await servers.https(token)).caPem),
    }),
    says: 'its certificate is not trusted',
  },
  'no authority for a private certificate': {
    seed: () => ({ CITI_CA_FILE: '' }),
    says: 'its certificate is not trusted',
  },
  'a certificate that has expired': {
    seed: async ({ servers, folder }) => {
      const { host, caPem } = await servers.https(token, 'expired')
      return { CITI_BASE_URL: `https://${host}`, CITI_CA_FILE: leavePem(folder, caPem) }
    },
    says: 'its certificate is not trusted (certificate has expired)',
  },
  'a certificate of another name': {
    seed: async ({ servers, folder }) => {
      const { host, caPem } = await servers.https(token, 'misnamed')
      return { CITI_BASE_URL: `https://${host}`, CITI_CA_FILE: leavePem(folder, caPem) }
    },
    says: "its certificate is not trusted (Hostname/IP does not match certificate's altnames",
  },
  'a server that wants a client certificate': {
    seed: async ({ servers, folder }) => {
      const { host, caPem } = await servers.https(token, 'demanding')
      return { CITI_BASE_URL: `https://${host}`, CITI_CA_FILE: leavePem(folder, caPem) }
    },
    says: 'the connection was cut before an answer came',
  },
  'a server of TLS 1.1': {
    seed: async ({ servers, folder }) => {
      const { host, caPem } = await servers.https(token, 'old')
      return { CITI_BASE_URL: `https://${host}`, CITI_CA_FILE: leavePem(folder, caPem) }
    },
    says: 'the TLS handshake failed (ERR_SSL_',
  },
}

/** Faults that the target's answers tell. */
export const faultsOfAnswers: Readonly<Record<string, Fault>> = {
  'a web page': {
    seed: (ground) => http(ground, always(200, '<!doctype html><p>Hi', { 'content-type': 'text/html' })),
    says: 'answers with a web page (200), not as an API',
  },
  'an address that moved': {
    seed: (ground) => http(ground, always(301, '', { location: 'https://elsewhere.example/api' })),
    says: 'redirects to https://elsewhere.example/api (301)',
  },
  'a clock more than an hour apart': {
    seed: async (ground) => ({
      ...(await http(ground, (request, response) => {
        response.setHeader('date', new Date(Date.now() + 3_660_000).toUTCString())
        token(request, response)
      })),
      CITI_CONTROL_URL: '',
    }),
    says: 'the clock of this machine is 61 minutes behind that of the target',
    run: 'works',
  },
  'a quota that is used up': {
    seed: (ground) => http(ground, always(429)),
    says: 'the quota is used up (429)',
  },
  'an unknown id': {
    seed: () => ({ CITI_CLIENT_ID: 'nobody' }),
    says: 'refuses CITI_CLIENT_ID and CITI_CLIENT_SECRET (401 invalid_client)',
  },
  'a secret of yesterday': {
    seed: () => ({ CITI_CLIENT_SECRET: 'the-one-before' }),
    says: 'refuses CITI_CLIENT_ID and CITI_CLIENT_SECRET (401 invalid_client)',
  },
  'an address with a wrong path': {
    seed: ({ settings }) => ({ CITI_BASE_URL: `${settings['CITI_BASE_URL'] ?? ''}/v9` }),
    says: 'has no token path for market sg (404',
  },
  'a market that the application may not use': {
    seed: (ground) => http(ground, always(400, '{"error":"access_denied"}')),
    says: 'gives no token for market sg (400 access_denied)',
  },
  'a scope that is refused': {
    seed: (ground) => http(ground, always(400, '{"error":"invalid_scope"}')),
    says: 'gives no token for market sg (400 invalid_scope)',
  },
  'a scope that customers are never asked for': {
    seed: (ground) => http(ground, sendingBack('invalid_scope')),
    says: 'the application may not ask customers for the scopes of the documents (invalid_scope)',
  },
  'a redirect URI with a slash too many': {
    seed: ({ settings }) => ({ CITI_REDIRECT_URI: `${settings['CITI_REDIRECT_URI'] ?? ''}/` }),
    says: 'the bank does not send customers back to CITI_REDIRECT_URI https://app.example/callback/ (400)',
  },
  'a redirect URI of another application': {
    seed: () => ({ CITI_REDIRECT_URI: 'https://other.example/callback' }),
    says: 'the bank does not send customers back to CITI_REDIRECT_URI https://other.example/callback (400)',
  },
  'a password that is wrong': {
    seed: () => ({ CITI_CUSTOMER_PASSWORD: 'canary-5ecret' }),
    says: 'the bank refuses CITI_CUSTOMER with CITI_CUSTOMER_PASSWORD',
  },
  'a customer whom the bank does not know': {
    seed: () => ({ CITI_CUSTOMER: 'nobody' }),
    says: 'the bank refuses CITI_CUSTOMER with CITI_CUSTOMER_PASSWORD',
  },
  'a consent that is never given': {
    seed: (ground) => http(ground, sendingBack('access_denied')),
    says: 'the bank sends the customer back without a code (access_denied)',
  },
  'a control plane that is down': {
    seed: async ({ servers }) => ({ CITI_CONTROL_URL: `http://${(await servers.closed()).host}` }),
    says: 'no control plane answers there',
  },
}
