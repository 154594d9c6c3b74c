import { type Handler, json } from '../answer.ts'
import type { Account } from '../bank/accounts.ts'
import { opaqueText } from '../bank/seeded.ts'
import { accountOfPath } from './account-lookup.ts'
import type { Desk } from './desk.ts'
import { notFound, refuse } from './refusal.ts'

/**
 * Shows the account number, encrypted, and the routing number of a checking or savings account. The parts of
 * the encryption only look like it: nobody holds a key.
 */
export function getUsRoutingNumber(desk: Desk): Handler {
  return (call) => {
    const account = accountOfPath(desk, call)
    if ('status' in account) return refuse(call, account)
    if (!hasRoutingNumber(account)) return refuse(call, notFound)
    const part = (name: string) => opaqueText(`${account.id}/${name}`)
    const encryptedPayload = {
      encrypted_key: part('encrypted_key'),
      iv: part('iv').slice(0, 22),
      ciphertext: part('ciphertext'),
      authTag: part('authTag'),
    }
    return json(200, desk.write(call.operation, { encryptedAccountNumber: { encryptedPayload } }))
  }
}

function hasRoutingNumber({ product }: Account): boolean {
  return product.kind === 'checking' || product.kind === 'savings'
}
