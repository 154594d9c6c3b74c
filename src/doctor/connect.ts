import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { explainUnreachable } from '../oauth/unreachable.ts'
import type { TargetSettings } from './patient.ts'

/** The host and port of a base address; an IPv6 address loses its brackets. */
export function placeOf({ baseUrl }: Pick<TargetSettings, 'baseUrl'>): { host: string; port: number } {
  const { hostname, port, protocol } = new URL(baseUrl)
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || (protocol === 'https:' ? 443 : 80)) }
}

/** Looks the name of a target up; SuiteError names the cause when it does not resolve in time. */
export async function lookUp(target: TargetSettings): Promise<readonly string[]> {
  const found = lookup(placeOf(target).host, { all: true })
  const late = setTimeout(target.timeoutMs, undefined, { ref: false }).then(() => {
    throw Object.assign(new Error('no answer of the name service'), { code: 'ETIMEDOUT' })
  })
  try {
    return (await Promise.race([found, late])).map(({ address }) => address)
  } catch (error) {
    throw explainUnreachable(error, target)
  }
}

/** Connects to the port of a target and leaves again; SuiteError names the cause when that fails. */
export async function connectOnce(target: TargetSettings): Promise<void> {
  const socket = connect({ ...placeOf(target), signal: AbortSignal.timeout(target.timeoutMs) })
  try {
    await once(socket, 'connect')
  } catch (error) {
    throw explainUnreachable(asTimeout(error), target)
  } finally {
    socket.destroy()
  }
}

function asTimeout(error: unknown): unknown {
  const isLate = (error as { name?: string }).name === 'AbortError'
  return isLate ? Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' }) : error
}
