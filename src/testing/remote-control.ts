import { TransportError } from '../errors.ts'
import type { Control, ProviderCredentials, SandboxCredentials } from '../mock/control.ts'
import { connectHub } from './remote-hub.ts'

/** Speaks to the control plane of a sandbox in another process; TransportError names its address. */
export function connectControl(controlUrl: string, timeoutMs: number): Control {
  const send = async (method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> => {
    const url = controlUrl + path
    let response: Response
    try {
      response = await fetch(url, {
        method,
        signal: AbortSignal.timeout(timeoutMs),
        ...(body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      })
    } catch (cause) {
      throw new TransportError('port-closed', `CITI_CONTROL_URL: no control plane answers at ${url}`, {
        cause,
      })
    }
    if (!response.ok)
      throw new TransportError(
        'not-an-api',
        `the control plane refused ${method} ${url}: ${await response.text()}`,
      )
    return response.status === 204 ? undefined : ((await response.json()) as unknown)
  }
  const post = async (path: string, body: object): Promise<void> => {
    await send('POST', path, body)
  }
  return {
    credentials: async () => (await send('GET', '/credentials')) as SandboxCredentials,
    hub: connectHub(send),
    providers: async () => (await send('GET', '/providers')) as ProviderCredentials[],
    advance: (span) => post('/advance', span),
    reset: () => post('/reset', {}),
    setQuota: (callsPerMinute) => post('/quota', callsPerMinute === undefined ? {} : { callsPerMinute }),
    switchOn: (defects) => post('/defects', { defects }),
    withdrawConsents: (username) => post('/withdraw', { username }),
    answerNext: (operationId, status) =>
      post('/answer-next', { operationId, ...(status === undefined ? {} : { status }) }),
  }
}
