import { empty, type Handler } from '../answer.ts'
import type { Desk } from './desk.ts'

interface EmailList {
  readonly emails: readonly {
    readonly emailKey: number
    readonly emailAddress: string
    readonly preferredEmailFlag: boolean
    readonly emailType?: string
  }[]
}

/** Replaces the e-mail addresses of the customer, until the sandbox is reset. */
export function updateEmails({ bank }: Desk): Handler {
  return ({ body, market, username = '' }) => {
    const emails = (body as EmailList).emails.map((email) => ({
      key: email.emailKey,
      address: email.emailAddress,
      preferred: email.preferredEmailFlag,
      type: email.emailType,
    }))
    bank.keepEmails(market, username, emails)
    return empty(200)
  }
}
