import { setTimeout } from 'node:timers/promises'
import { SuiteBug } from '../errors.ts'
import type { CallBudget, CallTurn } from '../http/turns.ts'
import type { Turn } from './limiter.ts'
import { readTold } from './told-limits.ts'

/** How a worker takes part: whether it obeys what the target says, and what it does while a call waits, and when no call is left. */
export interface BudgetHooks {
  readonly obeys: boolean
  /** Is told before each wait, in milliseconds. */
  readonly waits: (ms: number) => void
  /** Ends what wanted to call, with the reason. */
  readonly spent: (reason: string) => never
}

/** Makes the budget of a worker: it asks the service of the run for each call. */
export function connectBudget(url: string, hooks: BudgetHooks): CallBudget {
  const take = async (provoking: boolean): Promise<CallTurn> => {
    const turn = (await post(`${url}/take`, { provoking })) as Turn
    if (turn.kind === 'spent') return hooks.spent(turn.reason)
    if (turn.kind === 'go') return turnOf(url, turn.ticket)
    hooks.waits(turn.ms)
    await setTimeout(turn.ms)
    return take(provoking)
  }
  return { obeys: hooks.obeys, take }
}

function turnOf(url: string, ticket: number): CallTurn {
  return {
    done: async (answer) => {
      const told = answer === undefined ? {} : readTold(answer.status, answer.headers)
      await post(`${url}/done`, { ticket, told })
    },
  }
}

/** Asks the service of the run; SuiteBug when it does not answer as it should. */
export async function post(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new SuiteBug(`the service of the run answered ${response.status}`)
  return response.status === 204 ? undefined : response.json()
}
