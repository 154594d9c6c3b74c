import { Decimal } from 'decimal.js'
import type { Reply } from '../http/client.ts'
import { marketOf } from '../markets/index.ts'
import type { Market } from '../markets/types.ts'
import type { CallChange } from './call-change.ts'
import type { Caller } from './caller.ts'
import { at, textAt } from './inside.ts'
import { Journey } from './journey.ts'
import { notObserved, positiveControl } from './not-observed.ts'
import { operationOf } from './operations.ts'
import { personal, proxy, type TransferKind } from './transfer-kinds.ts'
import { letsCustomersIn } from './token-broker.ts'
import { asksForFactor } from './told.ts'

/** A transfer that was quoted: what it costs and moves, and the calls that go on with it. */
export class QuotedTransfer {
  readonly kind: TransferKind
  readonly journey: Journey
  readonly reply: Reply

  constructor(kind: TransferKind, journey: Journey, reply: Reply) {
    this.kind = kind
    this.journey = journey
    this.reply = reply
  }

  /** What leaves the account, without fee. */
  get debit(): Decimal {
    return this.#amount('debitDetails', 'transactionDebitAmount')
  }

  /** What arrives. */
  get credit(): Decimal {
    return this.#amount('creditDetails', 'transactionCreditAmount')
  }

  get fee(): Decimal {
    return this.#amount('transactionFee')
  }

  get rate(): Decimal {
    return this.#amount('foreignExchangeRate')
  }

  /** Asks for the transfer, with whatever password it has by now. */
  async ask(change: CallChange = {}): Promise<Reply> {
    return this.journey.call(this.kind.execute, change)
  }

  /** Makes the transfer as a customer does: when a password is asked for, it is validated first. */
  async make(): Promise<Reply> {
    const asked = await this.ask()
    if (!asksForFactor(asked)) return asked
    await this.journey.walk('validateOtp')
    return this.ask()
  }

  #amount(...path: readonly string[]): Decimal {
    return new Decimal(Number(at(this.reply.json, ...path) ?? 0))
  }
}

/** Asks for a quote, right in everything but the fields given. */
export async function askQuote(
  caller: Caller,
  kind: TransferKind,
  fields: object = {},
): Promise<QuotedTransfer> {
  const journey = await new Journey(caller).walk(kind.accounts)
  const body = { ...(journey.bodyOf(kind.preprocess) as object), ...fields }
  return new QuotedTransfer(kind, journey, await journey.call(kind.preprocess, { body }))
}

/** Quotes a transfer; the test is unclear when it is not quoted. */
export async function quote(
  caller: Caller,
  kind: TransferKind,
  fields: object = {},
): Promise<QuotedTransfer> {
  const transfer = await askQuote(caller, kind, fields)
  positiveControl(transfer.reply)
  return transfer
}

/** Makes a transfer from its quote on; the test is unclear when it cannot be made. */
export async function transferred(
  caller: Caller,
  kind: TransferKind,
  fields: object = {},
): Promise<{ readonly transfer: QuotedTransfer; readonly reply: Reply; readonly reference: string }> {
  const transfer = await quote(caller, kind, fields)
  const reply = positiveControl(await transfer.make())
  const reference = textAt(reply.json, 'transactionReferenceId')
  return { transfer, reply, reference: reference ?? notObserved('the transfer has no reference') }
}

/** Does something so many times, one after the other. */
export async function repeatedly(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let count = 0; count < times; count++) await work()
}

/** The same customer in another market that offers transfers between own accounts. */
export function callerAbroad(caller: Caller, market: Market): Caller {
  const other = operationOf(personal.execute).markets.find(
    (id) => id !== market.id && letsCustomersIn(marketOf(id)),
  )
  return other === undefined ? notObserved('no other market offers it') : caller.in(marketOf(other))
}

/** Reads the highest amount of a transfer to a proxy, as the quote for a new payee tells it. */
export async function highestToProxy(caller: Caller): Promise<Decimal> {
  const { reply } = await quote(caller, { ...proxy, preprocess: 'preprocessProxyTransferToNewPayee' })
  const [, highest] = (textAt(reply.json, 'transactionLimitRange') ?? '').split('-')
  return highest === undefined ? notObserved('no limit is told') : new Decimal(highest)
}

/** Finds an account that can give more than an amount; the test is unclear when there is none. */
export async function sourceWith(caller: Caller, kind: TransferKind, amount: Decimal): Promise<string> {
  const reply = positiveControl(await new Journey(caller).call(kind.accounts))
  const sources = (at(reply.json, 'sourceAccounts') as unknown[] | undefined) ?? []
  const found = sources.find((source) => amount.lt(Number(at(source, 'availableBalance'))))
  return textAt(found, 'sourceAccountId') ?? notObserved(`no account can give more than ${amount.toString()}`)
}

/** Reads the whole number of an account of a customer that money can be sent to. */
export async function clearNumber(
  caller: Caller,
): Promise<{ readonly number: string | undefined; readonly payeeAccountNumber: string }> {
  const { journey } = await quote(caller, personal)
  const { destinationAccountId: accountId, displayDestinationAccountNumber } = journey.told
  const body = { accountInfo: [{ accountId }] }
  const reply = positiveControl(await journey.read('retrieveClearAccountNumbers', { body }))
  const payeeAccountNumber = textAt(reply.json, 'accounts', 0, 'unmaskedAccountNumber')
  return {
    number: displayDestinationAccountNumber,
    payeeAccountNumber: payeeAccountNumber ?? notObserved('no account number is shown'),
  }
}
