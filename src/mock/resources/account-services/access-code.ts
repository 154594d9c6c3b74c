import { type Handler, json } from '../../answer.ts'
import { opaqueText } from '../../bank/seeded.ts'
import { accountOfPath } from '../account-lookup.ts'
import type { Desk } from '../desk.ts'
import { refuse } from '../refusal.ts'

/** Makes a code that opens the page of one account; another one each time. */
export function createAccountAccessCode(desk: Desk): Handler {
  let made = 0
  return (call) => {
    const account = accountOfPath(desk, call)
    if ('status' in account) return refuse(call, account)
    made += 1
    const code = opaqueText(`${account.id}/access ${made}`).replaceAll(/[-_]/g, 'Q').toUpperCase()
    return json(200, desk.write(call.operation, { accountAccessCode: code.slice(0, 18) }))
  }
}
