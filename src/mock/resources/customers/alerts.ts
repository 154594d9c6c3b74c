import { empty, type Handler, json } from '../../answer.ts'
import { dayOf } from '../../bank/days.ts'
import { decimal } from '../../bank/money.ts'
import { type Fields, fieldsOf, listOf, textOf } from '../../fields.ts'
import { ownAccounts } from '../account-lookup.ts'
import type { Desk } from '../desk.ts'
import { cutPage, readPage } from '../page.ts'
import { refuse } from '../refusal.ts'

/** Alerts of a customer who never said anything. */
const usual: Readonly<Record<string, Fields>> = {
  LARGE_PURCHASE: { contactType: 'SMS', subscribedFlag: true, thresholdAmount: 500 },
  LOW_BALANCE: { contactType: 'EMAIL', subscribedFlag: false, thresholdAmount: 100 },
  PAYMENT_DUE: { contactType: 'EMAIL', subscribedFlag: true },
  CARD_ABROAD: { contactType: 'SMS', subscribedFlag: true },
}

/** Shows the alerts that the customer can have. */
export function listCustomerAlerts({ bank }: Desk): Handler {
  return ({ market, username = '' }) => {
    const alerts = { ...usual, ...bank.customerRecords.of(market, username).alerts }
    const alertSubscriptions = Object.entries(alerts).map(([alertType, alert]) => ({ alertType, ...alert }))
    return json(200, { alertSubscriptions })
  }
}

/** Changes alerts of the customer; those that are not named stay. */
export function updateAlertSubscriptions({ bank }: Desk): Handler {
  return ({ body, market, username = '', behaviour }) => {
    const { alerts } = bank.customerRecords.of(market, username)
    const named = listOf(fieldsOf(body)['alertSubscriptions'])
    const changed = named.map(({ alertType, ...alert }) => [textOf(alertType), alert] as const)
    if (behaviour.enforces('customers.alerts-kept'))
      bank.customerRecords.change(market, username, { alerts: { ...alerts, ...Object.fromEntries(changed) } })
    return empty(200)
  }
}

/** Lists the alerts that were sent: one for every purchase with the card of the customer. */
export function listAlertHistory(desk: Desk): Handler {
  return (call) => {
    const page = readPage(call)
    if ('status' in page) return refuse(call, page)
    const card = ownAccounts(desk, call).find(({ product }) => product.kind === 'creditCard')
    const movements = card === undefined ? [] : desk.bank.transactionsOf(card, dayOf(call.now))
    const purchases = movements.filter(({ direction }) => direction === 'DEBIT')
    const { items, nextStartIndex } = cutPage(purchases, page, call)
    const alertHistory = items.map(({ id, amount, madeOn, merchant }) => ({
      alertId: `AL${id}`,
      alertType: 'LARGE_PURCHASE',
      contactType: 'SMS',
      sentDate: madeOn,
      alertText: `You paid ${decimal(amount)} ${card?.currency ?? ''} at ${merchant.name}`,
    }))
    return json(200, desk.write(call.operation, { alertHistory, nextStartIndex }))
  }
}
