import { spawn } from 'node:child_process'
import { root } from './project.ts'

/** Environment variables; undefined leaves one out. */
export type Env = Readonly<Record<string, string | undefined>>

/** Runs a script with this Node and waits for its end; a quiet one keeps its output for the caller. */
export function runNode(
  args: readonly string[],
  { env, quiet = false }: { env: Env; quiet?: boolean },
): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: quiet ? 'pipe' : 'inherit' })
  const chunks: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
  // Ctrl-C reaches the child as well, which then ends in good order; this process waits for it.
  process.on('SIGINT', ignore)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('SIGINT', ignore)
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() })
    })
  })
}

function ignore(): void {
  // Nothing to do: the child decides.
}
