import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { harEntryOf, samples } from '../tests/self/recordings/index.ts'

/**
 * Audits HAR files of ordinary entries in growing sizes, and one with a body of 200 MB, and tells time and
 * memory. The memory of the last must be that of the first: a recording is never whole in memory.
 */
const sizes = (process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['64', '256', '1024']).map(Number)
const megabyte = 1024 * 1024
const root = path.join(import.meta.dirname, '..')
const tsx = createRequire(import.meta.url).resolve('tsx/cli')
const folder = mkdtempSync(path.join(tmpdir(), 'audit-bench-'))

try {
  for (const size of sizes) {
    const file = path.join(folder, `${size}.har`)
    const entries = writeHar(file, size * megabyte)
    await report(`${size} MB, ${entries} exchanges`, file)
    rmSync(file)
  }
  const file = path.join(folder, 'large-body.har')
  writeLargeBody(file, 200 * megabyte)
  await report('one body of 200 MB', file)
} finally {
  rmSync(folder, { recursive: true })
}

/** Repeats the samples until the file is large enough; returns how many entries it holds. */
function writeHar(file: string, bytes: number): number {
  const texts = samples.map(({ recorded }) => JSON.stringify(harEntryOf(recorded)))
  const block = texts.join(',')
  const out = openSync(file, 'w')
  let written = writeSync(out, '{"log":{"version":"1.2","creator":{"name":"bench","version":"1"},"entries":[')
  let blocks = 0
  while (written < bytes) written += writeSync(out, blocks++ === 0 ? block : `,${block}`)
  writeSync(out, ']}}')
  closeSync(out)
  return blocks * texts.length
}

function writeLargeBody(file: string, bytes: number): void {
  const [sample] = samples
  if (sample === undefined) throw new Error('there is no sample')
  const [before = '', after = ''] = JSON.stringify(harEntryOf(sample.recorded)).split('"text":"{', 2)
  const out = openSync(file, 'w')
  writeSync(out, `{"log":{"version":"1.2","entries":[${before}"text":"{`)
  const part = 'x'.repeat(megabyte)
  for (let written = 0; written < bytes; written += part.length) writeSync(out, part)
  writeSync(out, `${after}]}}`)
  closeSync(out)
}

async function report(what: string, file: string): Promise<void> {
  const start = performance.now()
  const { code, mostMemory, output } = await audit(file)
  const seconds = (performance.now() - start) / 1000
  const [exchanges] = /\d+ judged/.exec(output) ?? ['nothing judged']
  console.log(
    `${what}: ${seconds.toFixed(1)} s, ${Math.round(mostMemory / megabyte)} MB of memory, ${exchanges}, exit code ${code}`,
  )
}

/** Runs the command as people do, and looks at its memory every 50 ms. */
function audit(file: string): Promise<{ code: number; mostMemory: number; output: string }> {
  const child = spawn(process.execPath, [tsx, 'src/commands/audit.ts', file], { cwd: root })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  let mostMemory = 0
  const watch = setInterval(() => (mostMemory = Math.max(mostMemory, ...memoryOf(child.pid ?? 0))), 50)
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearInterval(watch)
      resolve({ code: code ?? 1, mostMemory, output: Buffer.concat(chunks).toString() })
    })
  })
}

/** The peak of a process and of those that it started, in bytes, where the system tells (Linux). */
function memoryOf(pid: number): number[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    return [peak, ...children.flatMap((child) => memoryOf(Number(child)))]
  } catch {
    return [0]
  }
}
