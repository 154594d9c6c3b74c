import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ApplicationCredentials } from '../../src/mock/control.ts'
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/mock/sandbox.ts'
import { contract, schemasDirectory } from '../../src/testing/contract.ts'

/** A sandbox that a run reaches by its address, with the settings that lead there. */
export interface SandboxTarget {
  readonly sandbox: Sandbox
  readonly application: ApplicationCredentials
  readonly settings: Readonly<Record<string, string>>
}

/** Starts a sandbox in this process and leaves its authority in the folder that the run reports to. */
export async function startTarget(
  folder: string,
  options: Partial<SandboxOptions> = {},
): Promise<SandboxTarget> {
  const sandbox = await startSandbox({
    contract,
    schemasDirectory,
    clock: 'frozen',
    controlPort: 0,
    ...options,
  })
  const { applications, customers } = await sandbox.control.credentials()
  const application = applications[0]!
  writeFileSync(path.join(folder, 'ca.pem'), sandbox.caPem)
  const settings = {
    CITI_BASE_URL: sandbox.baseUrl,
    CITI_GETTING_STARTED_URL: sandbox.originUrl,
    CITI_CONTROL_URL: sandbox.controlUrl!,
    CITI_CA_FILE: path.join(folder, 'ca.pem'),
    CITI_CLIENT_ID: application.clientId,
    CITI_CLIENT_SECRET: application.clientSecret,
    CITI_REDIRECT_URI: application.redirectUris[0]!,
    CITI_CUSTOMER: customers[0]!.username,
    CITI_CUSTOMER_PASSWORD: customers[0]!.password,
    CITI_MARKET: 'sg',
    CITI_REPORTS: folder,
  }
  return { sandbox, application, settings }
}
