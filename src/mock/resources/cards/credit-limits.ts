import { type Answer, type Handler, json, type ResourceCall } from '../../answer.ts'
import { type Card } from '../../bank/cards/card.ts'
import { opaqueId } from '../../bank/seeded.ts'
import { type Fields, fieldsOf, isFields, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { ownerOf, findFlow } from '../mfa.ts'
import { invalid, refuse } from '../refusal.ts'
import { actOn, type AtCard, findCard } from './card-lookup.ts'

const amountField = 'requestedCreditLimitAmount'

/** Raises the limit of a card for good, for a time, or both; never above the highest that the list shows. */
export function raiseCreditLimit(desk: Desk): Handler {
  return (call) => {
    const { permanentCreditLimitIncrease: forGood, temporaryCreditLimitIncrease: forATime } = fieldsOf(
      call.body,
    )
    const wishes = [forGood, forATime].filter(isFields)
    const problem = wishes
      .map((wish) => findProblem(desk, call, { wish, isForGood: wish === forGood }))
      .find(isAnswer)
    if (problem !== undefined) return problem
    const codes = wishes.map((wish) => raise(desk, call, { wish, isForGood: wish === forGood }))
    const responseCode = codes.includes('APPROVED') ? 'APPROVED' : 'NO_CHANGE'
    return json(200, desk.write(call.operation, { responseCode }))
  }
}

interface Wish {
  readonly wish: Fields
  readonly isForGood: boolean
}

function isAnswer(value: Answer | undefined): value is Answer {
  return value !== undefined
}

function findProblem(desk: Desk, call: ResourceCall, { wish, isForGood }: Wish): Answer | undefined {
  const card = findCard(desk, call, textOf(wish['cardId']))
  if ('status' in card) return refuse(call, card)
  const most = isForGood ? card.highestLimit : card.highestTemporaryLimit
  const { creditLimitIncreaseStartDate: from, creditLimitIncreaseEndDate: to } = wish
  if (!isForGood && textOf(to) < textOf(from) && call.behaviour.enforces('cards.dates-in-order'))
    return refuse(call, invalid('creditLimitIncreaseEndDate'))
  const isTooMuch = amountOf(wish) > most && call.behaviour.enforces('cards.highest-limit')
  return isTooMuch ? refuse(call, invalid(amountField)) : undefined
}

function raise(desk: Desk, call: ResourceCall, { wish, isForGood }: Wish): 'APPROVED' | 'NO_CHANGE' {
  const card = findCard(desk, call, textOf(wish['cardId'])) as Card
  const amount = amountOf(wish)
  if (amount <= card.limit) return 'NO_CHANGE'
  if (!call.behaviour.enforces('cards.limit-kept')) return 'APPROVED'
  if (isForGood) card.limit = amount
  else
    card.temporaryLimit = {
      amount,
      from: textOf(wish['creditLimitIncreaseStartDate']),
      to: textOf(wish['creditLimitIncreaseEndDate']),
    }
  return 'APPROVED'
}

/** Reads an amount of a body as minor units. */
function amountOf(wish: Fields): number {
  return Math.round(Number(wish[amountField]) * 100)
}

/** A lower limit that waits for the consent of its holder. */
interface Lowering {
  readonly card: Card
  readonly amount: number
}

/** Opens the way to a lower limit, which holds only once the holder consents. */
export function lowerCreditLimit(desk: Desk): Handler {
  return (call) => {
    const body = fieldsOf(call.body)
    return actOn(desk, call, { id: textOf(body['cardId']), act: (at) => openLowering(at, amountOf(body)) })
  }
}

function openLowering({ desk, call, card }: AtCard, amount: number): Answer {
  const { balance } = desk.bank.findAccount(call.market, card.account.id) ?? card.account
  const isTooLittle = amount < balance && call.behaviour.enforces('cards.lowest-limit')
  if (isTooLittle || (amount > card.limit && call.behaviour.enforces('cards.limit-falls')))
    return refuse(call, invalid(amountField))
  const content: Lowering = { card, amount }
  if (!call.behaviour.enforces('cards.consent')) card.limit = amount
  const request = {
    owner: ownerOf(call),
    purpose: 'consentToLowerCreditLimit',
    content,
    form: 'hex',
  } as const
  const { id: controlFlowId } = desk.bank.flows.open(request, call.now)
  const told = {
    controlFlowId,
    creditLimitdDecreaseReferenceId: referenceOf(card, amount),
    customerConsentRequiredFlag: true,
  }
  return json(200, desk.write(call.operation, told))
}

function referenceOf({ id }: Card, amount: number): string {
  return `LD${opaqueId(`${id}/${amount}`, 10).toUpperCase()}`
}

/** Lowers the limit that a control flow is about, once. */
export function consentToLowerCreditLimit(desk: Desk): Handler {
  return (call) => {
    const flow = findFlow(desk, call, textOf(fieldsOf(call.body)['controlFlowId']))
    if (flow?.purpose !== call.operation.id)
      return refuse(call, { status: 400, code: 'invalidControlFlowId' })
    if (call.behaviour.enforces('flow.single-use')) desk.bank.flows.close(flow)
    const { card, amount } = flow.content as Lowering
    card.limit = amount
    return json(
      200,
      desk.write(call.operation, { creditLimitdDecreaseReferenceId: referenceOf(card, amount) }),
    )
  }
}
