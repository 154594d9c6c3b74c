import { empty, type Handler, json } from '../../answer.ts'
import { fieldsOf, listOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'

/** What a customer wants who never said anything. */
const usual: Readonly<Record<string, boolean>> = { EMAIL: true, SMS: true, PHONE: false, MAIL: false }

/** Shows which marketing the customer wants. */
export function getMarketingPreferences({ bank }: Desk): Handler {
  return ({ market, username = '' }) => {
    const wanted = { ...usual, ...bank.customerRecords.of(market, username).marketing }
    const marketingPreferences = Object.entries(wanted).map(([contactType, optInFlag]) => ({
      contactType,
      optInFlag,
    }))
    return json(200, { marketingPreferences })
  }
}

/** Sets which marketing the customer wants; ways of contact that are not named stay. */
export function setMarketingPreferences({ bank }: Desk): Handler {
  return ({ body, market, username = '', behaviour }) => {
    const { marketing } = bank.customerRecords.of(market, username)
    const named = listOf(fieldsOf(body)['marketingPreferences'])
    const changed = named.map(
      ({ contactType, optInFlag }) => [textOf(contactType), optInFlag === true] as const,
    )
    if (behaviour.enforces('customers.marketing-kept'))
      bank.customerRecords.change(market, username, {
        marketing: { ...marketing, ...Object.fromEntries(changed) },
      })
    return empty(200)
  }
}
