import { createLogger } from '@stoplight/prism-core'
import { getHttpOperationsFromSpec } from '@stoplight/prism-http'
import { createServer } from '@stoplight/prism-http-server'
import { test as base } from '@playwright/test'
import type { Operation } from '../../src/contract/types.ts'
import { ApiClient, type Call } from '../../src/http/client.ts'
import { encodeForm } from '../../src/oauth/application.ts'
import { buildCall, exampleBody } from '../../src/oauth/resource-call.ts'

/** Serves a document as Prism reads it, and returns a client for it. */
export type ServeDocument = (file: string) => Promise<ApiClient>

/** The test with documents served on loopback; all of that ends with it. */
export const test = base.extend<{ serve: ServeDocument }>({
  serve: async ({}, use) => {
    const open: { close(): Promise<void> }[] = []
    await use(async (file) => {
      const server = await createPrism(file)
      const baseUrl = await server.listen(0, '127.0.0.1')
      const options = { timeoutMs: 10_000, concurrency: 1, secrets: [] }
      const client = new ApiClient({ baseUrl, originUrl: baseUrl, ...options })
      open.push(client, server)
      return client
    })
    for (const opened of open) await opened.close()
  },
})

/** Prism as its command line makes it with --errors: a call or an answer that breaks the document is an error. */
async function createPrism(file: string): Promise<ReturnType<typeof createServer>> {
  return createServer(await getHttpOperationsFromSpec(file), {
    cors: false,
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: true,
      mock: { dynamic: false },
      upstreamProxy: undefined,
    },
    components: { logger: createLogger('PRISM', { level: 'silent' }) },
  })
}

/** A call that is right in everything, with credentials of every kind; Prism looks at their form alone. */
export function rightCall(operation: Operation, headers: Call['headers'] = {}): Call {
  const call = buildCall(operation, { accessToken: 'a-token', clientId: 'an-application', parameters: {} })
  const isForm = operation.request?.mediaType === 'application/x-www-form-urlencoded'
  return {
    ...call,
    headers: {
      ...call.headers,
      ...(operation.grant === 'basic' ? { Authorization: `Basic ${btoa('an-application:a-secret')}` } : {}),
      'X-API-Key': 'a-key',
      ...headers,
    },
    ...(isForm ? { body: encodeForm(exampleBody(operation) as Record<string, string>) } : {}),
  }
}
