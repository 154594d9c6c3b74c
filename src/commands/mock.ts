import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readContract } from '../contract/read.ts'
import { SettingsError } from '../errors.ts'
import { defects } from '../mock/defects/index.ts'
import { startSandbox } from '../mock/sandbox.ts'
import { readSettings } from '../settings.ts'
import { type ParsedArguments, parseArguments, readPort, refuseRest } from './arguments.ts'
import { defectsToText, sandboxToText } from './mock-text.ts'
import { contractFolders, mockFolder } from './project.ts'
import { runCommand } from './run.ts'

const usage = `Usage: npm run mock -- [options]

Serves the reference sandbox over HTTPS until Ctrl-C.

  --port <number>           port of the API on loopback (8443)
  --control-port <number>   port of the control plane on loopback (8444)
  --personality <how>       documented, or observed: as the bank's own sandbox was seen to answer
  --live                    as a live target is: real time, the cap on, and no control plane
  --cap <calls>             calls a minute and application (60)
  --defects                 lists the defects that can be switched on
  --help                    this text`

await runCommand(async (args) => {
  const parsed = parseArguments(args, {
    values: ['port', 'control-port', 'personality', 'cap'],
    switches: ['defects', 'live', 'help'],
  })
  refuseRest(parsed)
  if (parsed.options['help'] !== undefined) console.log(usage)
  else if (parsed.options['defects'] !== undefined) console.log(defectsToText(defects))
  else await serve(parsed)
  return 0
})

async function serve({ options }: ParsedArguments): Promise<void> {
  const { schemas, specs } = contractFolders()
  const sandbox = await startSandbox({
    contract: readContract(schemas, specs),
    schemasDirectory: schemas,
    clock: 'running',
    port: readPort('port', options['port'] ?? '8443'),
    controlPort: readControlPort(options),
    ...(options['cap'] === undefined ? {} : { quota: readCap(options['cap']) }),
    personality: readSettings({ CITI_PERSONALITY: options['personality'] }).personality,
  })
  const place = { ...sandbox, caFile: writeAuthority(sandbox.caPem) }
  console.log(sandboxToText(place, await sandbox.control.credentials()))
  await untilInterrupted()
  await sandbox.close()
}

/** A sandbox in live mode has no control plane: what a live target does not offer must not be needed. */
function readControlPort({ live, 'control-port': port }: ParsedArguments['options']): number | undefined {
  if (live === undefined) return readPort('control-port', port ?? '8444')
  if (port === undefined) return undefined
  throw new SettingsError(
    'setting-invalid',
    '--live has no control plane, so --control-port has no meaning',
    {
      fix: 'leave one of the two out',
    },
  )
}

function readCap(value: string): number {
  const calls = Number(value)
  if (Number.isInteger(calls) && calls > 0) return calls
  throw new SettingsError('setting-invalid', `--cap is no number of calls: ${value}`, {
    fix: 'write a whole number from 1 on, such as 60',
  })
}

function writeAuthority(pem: string): string {
  const file = path.join(mockFolder, 'ca.pem')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, pem)
  return file
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
