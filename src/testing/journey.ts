import type { Reply } from '../http/client.ts'
import { exampleBody } from '../oauth/resource-call.ts'
import type { CallChange } from './call-change.ts'
import type { Caller } from './caller.ts'
import { positiveControl } from './not-observed.ts'
import { operationOf } from './operations.ts'
import { asksForFactor, fillFields, type Told, valuesTold } from './told.ts'

/** Calls that belong together: what each answer tells goes into the parameters and bodies of the next. */
export class Journey {
  readonly #caller: Caller
  #told: Told

  constructor(caller: Caller, told: Told = {}) {
    this.#caller = caller
    this.#told = told
  }

  /** What the answers have told so far. */
  get told(): Told {
    return this.#told
  }

  /** Makes a call, right in everything but the change, and learns from its answer. */
  async call(operationId: string, change: CallChange = {}): Promise<Reply> {
    const reply = await this.read(operationId, change)
    if (reply.status < 300 || asksForFactor(reply)) this.#told = { ...this.#told, ...valuesTold(reply) }
    return reply
  }

  /** Makes a call, right in everything but the change, without learning from its answer. */
  async read(operationId: string, change: CallChange = {}): Promise<Reply> {
    return this.#caller.call(operationOf(operationId), { told: this.#told, ...change })
  }

  /** The example body of an operation with what the answers have told, for a test to change. */
  bodyOf(operationId: string): unknown {
    return fillFields(exampleBody(operationOf(operationId)), this.#told)
  }

  /** Makes calls one after the other that have to succeed: where one does not, the test is unclear. */
  async walk(...operationIds: readonly string[]): Promise<this> {
    for (const id of operationIds) positiveControl(await this.call(id))
    return this
  }
}
