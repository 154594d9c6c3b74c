import { type Handler, json } from '../answer.ts'
import type { Desk } from './desk.ts'

interface GivenEmail {
  readonly emailKey: number
  readonly emailAddress: string
  readonly preferredEmailFlag: boolean
  readonly emailType?: string
}

/** Replaces the e-mail addresses of the customer, until the sandbox is reset. */
export function updateEmails(desk: Desk): Handler {
  return ({ operation, body, market, username = '' }) => {
    const emails = emailsOf(body).map((email) => ({
      key: email.emailKey,
      address: email.emailAddress,
      preferred: email.preferredEmailFlag,
      type: email.emailType,
    }))
    desk.bank.keepEmails(market, username, emails)
    return json(200, desk.write(operation, {}))
  }
}

/** Reads the list that the gateway has judged; where it has not, whatever is no list counts as none. */
function emailsOf(body: unknown): readonly GivenEmail[] {
  const { emails } = (body ?? {}) as { emails?: unknown }
  return Array.isArray(emails) ? (emails as GivenEmail[]) : []
}
