import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'

/** Ending of a file that is being written. */
export const partEnding = '.part'

/** Writes a file so that it is there whole or not at all, whatever happens; it outlives a power cut once this returns. */
export function writeDurably(file: string, text: string): void {
  const folder = path.dirname(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const part = `${file}.${randomUUID()}${partEnding}`
  writeNew(part, text)
  renameSync(part, file)
  syncFolder(folder)
}

/** Makes a file that nobody else made before; false when somebody did. Its mere presence counts. */
export function claimFile(file: string, text: string): boolean {
  try {
    writeNew(file, text)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  syncFolder(path.dirname(file))
  return true
}

function writeNew(file: string, text: string): void {
  const handle = openSync(file, 'wx', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes the name of a file as durable as its bytes; Windows neither offers that nor needs it. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
