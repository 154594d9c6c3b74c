import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { loadContract } from '../contract/load.ts'
import { SettingsError } from '../errors.ts'
import { startSandbox } from '../mock/sandbox.ts'
import { type ParsedArguments, parseArguments, readPort, refuseRest } from './arguments.ts'
import { mockToText } from './mock-text.ts'
import { reports, root, schemasDirectory, specsDirectory } from './project.ts'
import { runCommand } from './run.ts'

const usage = `Usage: npm run mock [-- --port <number>] [--control-port <number>]

Serves the reference sandbox over HTTPS until Ctrl-C.
  --port           port of the API (8443)
  --control-port   port of the control plane, on loopback only (8444)`

await runCommand(async (args) => {
  const parsed = parseArguments(args, { values: ['port', 'control-port'], switches: ['help'] })
  refuseRest(parsed)
  if (parsed.options['help'] !== undefined) {
    console.log(usage)
    return 0
  }
  const sandbox = await start(parsed)
  const caFile = writeAuthority(sandbox.caPem)
  const { baseUrl, originUrl, controlUrl = '' } = sandbox
  console.log(mockToText({ baseUrl, originUrl, controlUrl, caFile }, await sandbox.control.credentials()))
  await untilInterrupted()
  await sandbox.close()
  return 0
})

async function start({ options }: ParsedArguments) {
  const port = readPort('port', options['port'] ?? '8443')
  const controlPort = readPort('control-port', options['control-port'] ?? '8444')
  try {
    return await startSandbox({
      contract: loadContract(specsDirectory),
      schemasDirectory,
      clock: 'running',
      port,
      controlPort,
    })
  } catch (error) {
    throw portError(error, port, controlPort)
  }
}

function portError(error: unknown, ...ports: readonly number[]): unknown {
  const { code, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return error
  const says = code === 'EACCES' ? 'may not be opened by this user' : 'is in use'
  return new SettingsError('port-in-use', `port ${port ?? ports.join(' or ')} ${says}`, {
    fix: 'choose others with --port and --control-port',
    cause: error,
  })
}

function writeAuthority(pem: string): string {
  const file = path.join(root, reports.mock, 'ca.pem')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, pem)
  return file
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
