import type { DeviationArea } from './types.ts'

/** What the old password grant and its key call do. */
export const password = {
  'password-token-cacheable': {
    what: 'A token of the password grant says nothing about caches.',
    evidence: 'Neither Cache-Control nor Pragma with a token for Bahrain.',
    since: '2020-08-08',
    shows: { operations: ['issuePasswordToken'], statuses: [200] },
    occurs: 'always',
    findings: [
      { requirement: 'token.response.no-store', at: ['header Cache-Control'], actual: /^no header$/ },
      { requirement: 'token.response.pragma', at: ['header Pragma'], actual: /^no header$/ },
      { requirement: 'shape.header.documented', at: ['header Cache-Control'], actual: /^no header$/ },
    ],
  },
  'password-calls-name-server': {
    what: 'The key call and the password grant name their server with its version.',
    evidence: 'Apache-Coyote/1.1 in both recorded answers.',
    since: '2020-08-08',
    shows: { operations: ['getPasswordKey', 'issuePasswordToken'], statuses: [200] },
    occurs: 'always',
    findings: [
      { requirement: 'http.server.no-version', at: ['header Server'], actual: /^Apache-Coyote\/1\.1$/ },
    ],
  },
  'password-key-no-uuid': {
    what: 'The key call of the password grant does not return the uuid of the request.',
    evidence: 'Missing in the recorded answer; its header citiuuid holds another value.',
    since: '2020-08-08',
    shows: { operations: ['getPasswordKey'], statuses: [200] },
    occurs: 'always',
    findings: [{ requirement: 'http.correlation.echoed', at: ['header uuid'], actual: /^no header$/ }],
  },
  'password-401-default-challenge': {
    what: 'A refused login of the password grant names the scheme default, which does not exist.',
    evidence: 'Recorded with a user name that the sandbox does not know.',
    since: '2020-08-04',
    shows: { operations: ['issuePasswordToken'], statuses: [401] },
    occurs: 'always',
    findings: [
      {
        requirement: 'token.client-auth.401-challenge',
        at: ['header WWW-Authenticate'],
        actual: /^default$/,
      },
    ],
  },
} as const satisfies DeviationArea
