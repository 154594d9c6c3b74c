import { withoutRenewal } from '../budget/shared-remote.ts'
import type { Operation } from '../contract/types.ts'
import { TransportError } from '../errors.ts'
import type { ApiClient, Call, Reply } from '../http/client.ts'
import { jsonOf } from '../http/exchange.ts'
import type { Market } from '../markets/types.ts'
import { buildCall, exampleBody } from '../oauth/resource-call.ts'
import type { Application } from '../oauth/application.ts'
import { applyChange, bringsToken, type CallChange } from './call-change.ts'
import { idSources } from './id-sources.ts'
import { positiveControl } from './not-observed.ts'
import { operationOf } from './operations.ts'
import { makeOnce, noteUse, payOnce } from './shared-cost.ts'
import type { TargetState } from './target-state.ts'
import { offers } from './token-broker.ts'
import { fillFields, findValue, idNames, type Told, valuesTold } from './told.ts'

interface CallerParts {
  readonly client: ApiClient
  readonly state: TargetState
  readonly app: Application
  readonly username: string | undefined
}

/** Calls operations as one application on behalf of one customer, with ids that the target itself gave. */
export class Caller {
  readonly #client: ApiClient
  readonly #state: TargetState
  readonly app: Application
  readonly username: string | undefined

  constructor(parts: CallerParts) {
    this.#client = parts.client
    this.#state = parts.state
    this.app = parts.app
    this.username = parts.username
  }

  /** The same customer, calling another market through the same application. */
  in(market: Market): Caller {
    return new Caller({
      client: this.#client,
      state: this.#state,
      app: this.app.in(market),
      username: this.username,
    })
  }

  /** Lets customers log in again for the next call: after days every token is over. */
  logInAgain(): void {
    this.#state.broker.clear()
  }

  /** Sends a call as it was prepared. */
  async send(call: Call): Promise<Reply> {
    return this.#client.send(call)
  }

  /** Sends a call that is right in everything but the change; a success spends what earlier calls told for it. */
  async call(operation: Operation, change: CallChange = {}): Promise<Reply> {
    const reply = await this.#send(await this.prepare(operation, change))
    if (reply.status < 300) this.#spend(operation)
    return reply
  }

  /** Sends a call whose connection may be refused as well. */
  async attempt(operation: Operation, change: CallChange): Promise<Reply | TransportError> {
    const call = await this.prepare(operation, change)
    return this.#client.send({ ...call, mayBreak: true }).catch((error: unknown) => {
      if (error instanceof TransportError) return error
      throw error
    })
  }

  /**
   * Makes sure that the call, right in everything, succeeds: the positive control of the negatives about it.
   * It is sent once and remembered until the target is reset; when it fails the test is unclear.
   */
  async control(operation: Operation): Promise<void> {
    await makeOnce(this.#state.facts, `control ${this.#key(operation.base, operation.id)}`, async () => {
      positiveControl(await this.call(operation))
      return { value: true }
    })
  }

  /** What led to a call is told anew for the next one; after a deletion, what led to any other call as well. */
  #spend({ base, id, method }: Operation): void {
    if (method === 'DELETE') this.#state.chains.clear()
    else this.#state.chains.delete(this.#key(base, id))
  }

  /** Builds a call without sending it; one with a token of the test's own has nothing renewed behind it. */
  async prepare(operation: Operation, change: CallChange = {}): Promise<Call> {
    const build = async () => this.#build(operation, change, change.told ?? (await this.#chainOf(operation)))
    return bringsToken(change) ? withoutRenewal(build) : build()
  }

  async #build(operation: Operation, change: CallChange, told: Told): Promise<Call> {
    const ids = { ...(await this.#idsFor(operation, { ...told, ...change.parameters })), ...told }
    const call = buildCall(operation, {
      accessToken: change.accessToken ?? (await this.#state.broker.tokenFor(operation, this)),
      clientId: this.app.clientId,
      parameters: { ...ids, ...change.parameters },
      body:
        change.body ?? fillFields(exampleBody(operation), { ...ids, ...(await this.#signedFor(operation)) }),
    })
    return { ...applyChange(call, change), ...(await this.#connectionFor(operation, change)) }
  }

  /** What a body holds that only a payment service provider can write. */
  async #signedFor(operation: Operation): Promise<Told> {
    const isWanted = Object.hasOwn(exampleBody(operation) ?? {}, 'software_statement')
    return isWanted ? { software_statement: await (await this.#state.providers.of('good')).statement() } : {}
  }

  async #connectionFor(operation: Operation, change: CallChange): Promise<Pick<Call, 'certificate'>> {
    if (change.certificate !== undefined) return { certificate: change.certificate }
    if (operation.mutualTls !== true) return {}
    return { certificate: (await this.#state.providers.of('good')).certificate }
  }

  async #send(call: Call): Promise<Reply> {
    await this.#state.countCall()
    return this.#client.send(call)
  }

  /** Makes the calls that must come before, once, and remembers what they told until it is spent. */
  async #chainOf(operation: Operation): Promise<Told> {
    const key = this.#key(operation.base, operation.id)
    const known = this.#state.chains.get(key)
    noteUse(`chain ${key}`)
    if (known !== undefined) return known
    let told = await payOnce(`chain ${key}`, () => this.#walkTo(operation))
    const renamed = operation.parameters.flatMap(({ name, toldAs = name }) => {
      const value = told[toldAs]
      return value === undefined ? [] : [[name, value] as const]
    })
    told = { ...told, ...Object.fromEntries(renamed) }
    this.#state.chains.set(key, told)
    return told
  }

  async #walkTo({ needs = [] }: Operation): Promise<Told> {
    let told: Told = {}
    for (const id of needs) {
      const reply = await this.#send(await this.#build(operationOf(id), {}, told))
      told = { ...told, ...valuesTold(positiveControl(reply)) }
    }
    return told
  }

  /** A value that an operation can be called with: told by the calls before it, or by another reading. */
  async idFor(name: string, operation: Operation): Promise<string | undefined> {
    return (await this.#chainOf(operation))[name] ?? (await this.idOf(name, operation))
  }

  /** A value that the target gave for an id, such as `accountId`; undefined when it gave none. */
  async idOf(name: string, operation: Operation): Promise<string | undefined> {
    if (operation.grant === 'card' && offers(this.app.market, 'enrolCard'))
      return (await this.#state.broker.cardFor(operation, this)).told[name]
    const key = `id ${this.#key(operation.base, name)}`
    return makeOnce(this.#state.facts, key, async () => ({ value: await this.#findId(name, operation) }))
  }

  async #findId(name: string, operation: Operation): Promise<string | undefined> {
    for (const source of idSources(name, operation, this.app.market.id)) {
      const value = findValue(jsonOf(await this.call(source)), name)
      if (value !== undefined) return value
    }
    return undefined
  }

  #key(base: string, name: string): string {
    return [base, this.app.market.id, this.app.clientId, this.username, name].join(' ')
  }

  async #idsFor(operation: Operation, known: Told): Promise<Record<string, string>> {
    const names = [
      ...operation.parameters.filter(isId).map(({ name }) => name),
      ...idNames(exampleBody(operation)),
    ]
    const wanted = names.filter((name) => known[name] === undefined)
    const found: Record<string, string> = {}
    for (const name of new Set(wanted)) {
      const value = await this.idOf(name, operation)
      if (value !== undefined) found[name] = value
    }
    return found
  }
}

function isId({ name, in: place, required }: Operation['parameters'][number]): boolean {
  return required && (place === 'path' || (place === 'query' && name.endsWith('Id')))
}
