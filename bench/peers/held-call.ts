import { ApiClient, type Call, type Reply } from '../../src/http/client.ts'

/** Carries a call that was built and not sent. */
class HeldCall extends Error {
  readonly call: Call

  constructor(call: Call) {
    super('the call is held back')
    this.call = call
  }
}

/** Builds calls as the flows do, and sends none. */
export class HoldingClient extends ApiClient {
  override send(call: Call): Promise<Reply> {
    return Promise.reject(new HeldCall(call))
  }
}

/** Returns the call that some work would have sent first. */
export async function heldCall(work: () => Promise<unknown>): Promise<Call> {
  try {
    await work()
  } catch (error) {
    if (error instanceof HeldCall) return error.call
    throw error
  }
  throw new Error('the work sent nothing')
}
