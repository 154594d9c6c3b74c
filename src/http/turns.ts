import type { Call, Reply } from './client.ts'

/** The turn of a call under a budget. */
export interface CallTurn {
  /** Tells how the call ended, without an answer when none came. */
  done(answer?: Pick<Reply, 'status' | 'headers'>): Promise<void>
}

/** Decides when calls are made. */
export interface CallBudget {
  /** Whether a call that the cap refused by accident is made again. */
  readonly obeys: boolean
  /**
   * Waits for the turn of a call; rejects when none is left. A call that provokes the cap on purpose does not
   * wait.
   */
  take(provoking: boolean): Promise<CallTurn>
}

/** How often a call is made that the cap refused each time. */
const mostTries = 3

/**
 * Makes a call in its turn. One that the cap refused by accident was never looked at, so it is made again when
 * the target lets us; its 429 is judged as any answer.
 */
export async function inTurn(
  call: Pick<Call, 'provokesCap'>,
  budget: CallBudget | undefined,
  send: () => Promise<Reply>,
): Promise<Reply> {
  if (budget === undefined) return send()
  let reply = await sendOnce(call, budget, send)
  for (let tries = 1; tries < mostTries && isAccident(call, reply, budget); tries++)
    reply = await sendOnce(call, budget, send)
  return reply
}

async function sendOnce(
  { provokesCap = false }: Pick<Call, 'provokesCap'>,
  budget: CallBudget,
  send: () => Promise<Reply>,
): Promise<Reply> {
  const turn = await budget.take(provokesCap)
  let reply: Reply | undefined
  try {
    reply = await send()
    return reply
  } finally {
    await turn.done(reply)
  }
}

function isAccident(
  { provokesCap }: Pick<Call, 'provokesCap'>,
  { status }: Reply,
  { obeys }: CallBudget,
): boolean {
  return status === 429 && provokesCap !== true && obeys
}
