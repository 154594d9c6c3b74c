import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { withoutSecurity } from './document.ts'
import { peerEnvironment } from './folders.ts'
import { type Job, type Outcome, type Peer, withoutChance } from './peer.ts'
import { stopwatch } from './time.ts'
import type { Variant } from './variants.ts'

const cli = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js')

/**
 * Prism as a validating proxy, driven with the calls that are right and those with one fault: with `--errors` it
 * answers a violation in the place of the sandbox's answer. Calls without a token must get through to the sandbox,
 * so the document that Prism reads asks for none.
 */
export const prism: Peer = { id: 'prism', name: 'Prism', run }

async function run({ bench, document, folder, serverUrl, timeoutMs, variants }: Job): Promise<Outcome> {
  const time = stopwatch()
  const port = await freePort()
  writeFileSync(path.join(folder, 'openapi.json'), JSON.stringify(withoutSecurity(document)))
  const options = [
    '--errors',
    '--validate-request',
    'false',
    '--port',
    String(port),
    '--verboseLevel',
    'error',
  ]
  const child = spawn(process.execPath, [cli, 'proxy', 'openapi.json', serverUrl, ...options], {
    cwd: folder,
    env: peerEnvironment(bench.ca.file),
    stdio: 'ignore',
  })
  const answers = await askAll(port, variants, AbortSignal.timeout(timeoutMs))
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return { ...answers, ...time() }
}

/** Makes the calls through the proxy, and tells what it objected to. */
async function askAll(
  port: number,
  variants: readonly Variant[],
  signal: AbortSignal,
): Promise<Omit<Outcome, 'ms' | 'cpuMs'>> {
  const found = new Set<string>()
  const findings = () => [...found].sort()
  try {
    await untilListening(port, signal)
    for (const variant of variants) for (const finding of await ask(port, variant, signal)) found.add(finding)
    return { findings: findings(), timedOut: false }
  } catch (error) {
    if (signal.aborted) return { findings: findings(), timedOut: true }
    return { findings: findings(), timedOut: false, error: String(error) }
  }
}

async function ask(port: number, variant: Variant, signal: AbortSignal): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${port}${variant.target}`, {
    method: variant.method,
    headers: variant.headers,
    redirect: 'manual',
    signal,
    ...(variant.body === undefined ? {} : { body: variant.body }),
  })
  return violationsIn(await answer.text(), answer.headers.get('sl-violations')).map(
    (text) => `${variant.operationId}, ${variant.fault}: ${withoutChance(text)}`,
  )
}

interface Violation {
  readonly location?: readonly string[]
  readonly message?: string
}

interface Problem {
  readonly type?: string
  readonly title?: string
  readonly detail?: string
  readonly validation?: readonly Violation[]
}

/** Reads violations out of Prism's own answers, and out of the header in which it tells those that are no error. */
function violationsIn(text: string, header: string | null): string[] {
  const warnings = warningsIn(header ?? '[]')
  if (!text.includes('stoplight.io/prism/errors')) return warnings
  const { type = '', title = '', detail = '', validation = [] } = JSON.parse(text) as Problem
  const errors =
    validation.length > 0 ? validation.map(textOf) : [`${type.split('#')[1] ?? type}: ${title} ${detail}`]
  return [...errors, ...warnings]
}

/** A list that is too long for a header is a text. */
function warningsIn(header: string): string[] {
  return header.startsWith('[') ? (JSON.parse(header) as Violation[]).map(textOf) : [header]
}

function textOf({ location = [], message = '' }: Violation): string {
  return `${location.join('.')}: ${message}`
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function untilListening(port: number, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    const isUp = await fetch(`http://127.0.0.1:${port}/`, { signal }).then(
      () => true,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
