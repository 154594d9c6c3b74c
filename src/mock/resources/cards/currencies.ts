import { type Answer, empty, type Handler, json, type ResourceCall } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import { type Card, maskedNumber } from '../../bank/cards/card.ts'
import { fieldsOf, listOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { notFound, refuse, type Refusal } from '../refusal.ts'
import { actOn, type AtCard, ownCards } from './card-lookup.ts'

const refused: Refusal = { status: 422, code: 'businessValidationsFailed' }

/** Currencies that a debit card may draw on. */
const offered: Readonly<Record<string, string>> = {
  USD: 'United States Dollar',
  EUR: 'Euro',
  GBP: 'Pound Sterling',
  JPY: 'Yen',
  SGD: 'Singapore Dollar',
}

/** Shows the debit card with the accounts that it may draw on and the currencies that may be added. */
export function getCurrencyEligibility(desk: Desk): Handler {
  return (call) => {
    const card = ownCards(desk, call).find(({ kind }) => kind === 'debit')
    if (card === undefined) return refuse(call, refused)
    const accounts = eligible(desk, call).map(({ id }) => accountState(card, id))
    const left = Object.entries(offered).filter(([code]) => !card.currencies.includes(code))
    return json(
      200,
      desk.write(call.operation, {
        displayCardNumber: maskedNumber(card),
        cardId: card.id,
        atmCardFlag: false,
        cardEnrollmentStatus: card.linkedAccounts.length === 0 ? 'NOT_ENROLLED' : 'ENROLLED',
        eligibleForCurrencyAddition:
          left.length === 0 ? 'NOT_ELIGIBLE_TO_ADD_NEW_CURRENCY' : 'ELIGIBLE_TO_ADD_NEW_CURRENCY',
        accountDetails: accounts,
        currencyDetails: left.map(([currencyCode, currencyName]) => ({ currencyCode, currencyName })),
      }),
    )
  }
}

function accountState(
  { linkedAccounts }: Card,
  accountId: string,
): { accountId: string; enrollmentStatusFlag: boolean } {
  return { accountId, enrollmentStatusFlag: linkedAccounts.includes(accountId) }
}

/** The accounts of the customer that hold money for daily use. */
function eligible({ bank }: Desk, { market, username = '' }: ResourceCall): readonly Account[] {
  return bank
    .accountsOf(market, username)
    .filter(({ product }) => product.kind === 'checking' || product.kind === 'savings')
}

/** Links accounts to a debit card. */
export function enrolCurrencyAccounts(desk: Desk): Handler {
  return (call) =>
    onDebitCard(desk, call, (at) => {
      const ids = listOf(fieldsOf(call.body)['account']).map(({ accountId }) => textOf(accountId))
      const problem = link(at, ids)
      if (problem !== undefined) return problem
      const accountDetails = ids.map((id) => accountState(at.card, id))
      return json(
        200,
        desk.write(call.operation, { cardId: at.card.id, enrollmentStatusFlag: true, accountDetails }),
      )
    })
}

/** Adds a currency to a debit card, drawn from one of the accounts. */
export function enrolCurrency(desk: Desk): Handler {
  return (call) =>
    onDebitCard(desk, call, (at) => {
      const { currencyCode, accountId } = fieldsOf(call.body)
      const code = textOf(currencyCode)
      if (!(code in offered) && call.behaviour.enforces('cards.currency-offered'))
        return refuse(call, refused)
      const id = accountId === undefined ? at.card.account.id : textOf(accountId)
      const problem = link(at, [id])
      if (problem !== undefined) return problem
      at.card.currencies = [...at.card.currencies, code]
      return json(200, desk.write(call.operation, { accountDetails: accountState(at.card, id) }))
    })
}

/** Unlinks every account but the card's own. */
export function unlinkCurrencyAccounts(desk: Desk): Handler {
  return (call) =>
    onDebitCard(desk, call, ({ card }) => {
      if (call.behaviour.enforces('cards.unlinking')) card.linkedAccounts = []
      card.currencies = []
      return empty(200)
    })
}

/** Links accounts of the customer, or refuses the first that is not one. */
function link({ desk, call, card }: AtCard, ids: readonly string[]): Answer | undefined {
  const own = eligible(desk, call).map(({ id }) => id)
  const isOwn = ids.every((id) => own.includes(id)) || !call.behaviour.enforces('cards.accounts-own')
  if (!isOwn) return refuse(call, notFound)
  if (call.behaviour.enforces('cards.linking'))
    card.linkedAccounts = [...new Set([...card.linkedAccounts, ...ids])]
  return undefined
}

function onDebitCard(desk: Desk, call: ResourceCall, act: (at: AtCard) => Answer): Answer {
  return actOn(desk, call, {
    id: call.params['cardId'] ?? '',
    act: (at) => (at.card.kind === 'debit' ? act(at) : refuse(call, refused)),
  })
}
