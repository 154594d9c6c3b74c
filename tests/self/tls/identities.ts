import { chainPem, forge, type Forged, type Wish } from './forge.ts'
import type { Identity } from './lab.ts'
import { makeStaple, type StapleWish } from './staple.ts'

/** The authorities of the lab and what they sign. */
export interface Identities {
  readonly root: Forged
  readonly between: Forged
  /** A certificate that is right in everything, with a stapled answer. */
  readonly good: Identity
  /** A client that servers of the lab know. */
  readonly client: Forged
  /** One that differs in what is wished for; the answer is good unless told otherwise, or absent. */
  readonly issue: (wish?: Partial<Wish>, staple?: StapleWish | 'none') => Promise<Identity>
}

/** Makes the authorities: a root, and one between it and the servers. */
export async function makeIdentities(): Promise<Identities> {
  const root = await forge({ name: 'Lab Root', authority: true, key: 'rsa', to: 900 })
  const between = await forge({ name: 'Lab Between', authority: true, key: 'rsa', issuer: root, to: 800 })
  const issue: Identities['issue'] = async (wish = {}, staple = {}) => {
    const forged = await forge({ name: 'localhost', issuer: between, key: 'rsa', ...wish })
    return {
      forged,
      chain: forged.issuer === undefined ? forged.pem : chainPem(forged),
      staple: staple === 'none' ? undefined : await makeStaple(forged, staple),
    }
  }
  const client = await forge({ name: 'a client', issuer: between, usage: 'client', dnsNames: [] })
  return { root, between, client, good: await issue(), issue }
}
