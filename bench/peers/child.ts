import { type ChildProcess, spawn } from 'node:child_process'
import { stopwatch, type Time } from './time.ts'

/** How a child process ended. */
export interface ChildEnd extends Time {
  /** Exit code; undefined when it was ended because its time was over. */
  readonly code: number | undefined
  readonly output: string
}

/** A child process to run. */
export interface ChildOptions {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly timeoutMs: number
}

/** Runs a program to its end, or ends it with all its children when its time is over. */
export async function runChild(
  command: readonly [string, ...string[]],
  { cwd, env, timeoutMs }: ChildOptions,
): Promise<ChildEnd> {
  const [program, ...args] = command
  const time = stopwatch()
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  const end = () => endGroup(child)
  const over = AbortSignal.timeout(timeoutMs)
  over.addEventListener('abort', end)
  process.once('exit', end)
  try {
    const code = await endOf(child)
    const output = Buffer.concat(chunks).toString('utf8')
    return { code: over.aborted ? undefined : code, output, ...time() }
  } finally {
    over.removeEventListener('abort', end)
    process.off('exit', end)
  }
}

function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // The group has ended already.
  }
}
