/** Headers of one message by name; several lines of a header stand in a list. */
export type Headers = Readonly<Record<string, string | readonly string[]>>

const day = 'Tue, 07 Jul 2020 08:00:00 GMT'
const site = 'CITI_SITE=abcd; expires=Tue, 07-Jul-2020 08:20:00 GMT; path=/; secure; HttpOnly'

/** What the gateway puts on every answer. */
const gateway = {
  'Access-Control-Allow-Methods': 'GET,POST,PUT,DELETE',
  'Access-Control-Allow-Origin': '',
  Connection: 'keep-alive',
  'Content-Type': 'application/json',
  Date: day,
  'Set-Cookie': site,
  'X-Global-Transaction-ID': '0123456789abcdef01234567',
}

/** Headers of the answers that each layer of the bank's sandbox gives. */
export const answers = {
  gateway,
  /** A token call, which repeats what it was sent. */
  token: (secret: string): Headers => ({
    ...gateway,
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'no-cache, max-age=0',
    Pragma: 'no-cache',
    Cookie: 'CITI_SITE=abcd',
    client_secret: secret,
    uuid: '11-2-3333',
  }),
  /** The back end of the password grant. */
  password: { ...gateway, Server: 'Apache-Coyote/1.1' },
  /** The back end of accounts and transfers. */
  coreBanking: {
    ...gateway,
    'Set-Cookie': ['CITI_SITE=abcd', site],
    apitimestamp_1: '2020-07-07T16:00:00.366+08:00',
    uuid: '11-2-3333',
  },
  /** The back end of cards, loans and rewards. */
  cards: {
    ...gateway,
    'Cache-Control': 'no-cache, no-store',
    Expires: '-1',
    Pragma: 'no-cache',
    Uuid: '11-2-3333',
  },
} as const
