import { type Handler, json } from '../../answer.ts'
import { destinations } from '../../bank/payments/banks.ts'
import type { Desk } from '../desk.ts'
import { cutPage, readPage } from '../page.ts'
import { refuse } from '../refusal.ts'

/** Lists the countries that money can go to. */
export function listDestinationCountries(desk: Desk): Handler {
  return (call) => {
    const page = readPage(call)
    if ('status' in page) return refuse(call, page)
    const { items, nextStartIndex } = cutPage(destinations, page, call)
    const paymentCountry = items.map(({ code, name, currency, hasIban }) => ({
      countryName: name,
      countryCode: code,
      localCurrencyCode: currency,
      countryBankBranchIdentifier: 'BIC',
      countryIbanFlag: hasIban,
    }))
    return json(200, desk.write(call.operation, { paymentCountry, nextStartIndex }))
  }
}
