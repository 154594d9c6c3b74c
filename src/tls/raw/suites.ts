import { suiteTable, suiteTable13, suiteTable2 } from './suite-table.ts'

/** A cipher suite. */
export interface Suite {
  /** As it stands in a ClientHello. */
  readonly number: number
  /** For example `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`. */
  readonly name: string
  /** For example `ECDHE_RSA`; empty at TLS 1.3. */
  readonly keyExchange: string
  /** For example `AES_128_GCM_SHA256`. */
  readonly cipher: string
}

/** The suites of TLS 1.3. */
export const suites13: readonly Suite[] = readRow('', suiteTable13)

/** The suites of SSL 3.0 to TLS 1.2. */
export const suites12: readonly Suite[] = Object.entries(suiteTable).flatMap(([keyExchange, row]) =>
  readRow(keyExchange, row),
)

/** The numbers of the suites of SSL 2.0. */
export const suites2: readonly number[] = readRow('', suiteTable2).map(({ number }) => number)

const byNumber = new Map([...suites12, ...suites13].map((suite) => [suite.number, suite]))

/** Returns the suite of a number; one that no registry knows has a name only. */
export function suiteOf(number: number): Suite {
  const name = `unknown suite 0x${number.toString(16).padStart(4, '0')}`
  return byNumber.get(number) ?? { number, name, keyExchange: '?', cipher: '?' }
}

/** What may be said of a suite; each is a reason to look at it. */
export const traits = {
  /** No encryption. */
  null: ({ cipher }) => cipher.startsWith('NULL'),
  /** No server authentication. */
  anonymous: ({ keyExchange }) => keyExchange.includes('anon'),
  /** Keys of 40 to 56 bits, on purpose. */
  export: ({ keyExchange, cipher }) => keyExchange.includes('EXPORT') || /_40_/.test(cipher),
  rc4: ({ cipher }) => cipher.startsWith('RC4'),
  /** DES, RC2 and IDEA, which RFC 5469 withdrew. */
  des: ({ cipher }) => /^(DES|RC2|IDEA)/.test(cipher),
  /** Blocks of 64 bits. */
  'triple-des': ({ cipher }) => cipher.startsWith('3DES'),
  cbc: ({ cipher }) => cipher.includes('CBC'),
  /** Key transport by RSA. */
  'static-rsa': ({ keyExchange }) => keyExchange.startsWith('RSA'),
  /** Diffie-Hellman by the keys of certificates. */
  'static-dh': ({ keyExchange }) => /^(ECDH|DH)_(RSA|DSS|ECDSA)/.test(keyExchange),
  /** A new key for each connection. */
  'forward-secret': ({ keyExchange }) => /^((EC)?DHE_|(EC)?DH_anon|$)/.test(keyExchange),
} as const satisfies Record<string, (suite: Suite) => boolean>

/** The name of a trait. */
export type Trait = keyof typeof traits

function readRow(keyExchange: string, row: string): Suite[] {
  const words = row.trim().split(/\s+/)
  return words.flatMap((word, index) => {
    const cipher = words[index + 1] ?? ''
    const name = keyExchange === '' ? `TLS_${cipher}` : `TLS_${keyExchange}_WITH_${cipher}`
    return index % 2 === 0 ? [{ number: Number.parseInt(word, 16), name, keyExchange, cipher }] : []
  })
}
