import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { environment } from '../../src/settings.ts'
import { runChild } from './child.ts'
import { npmBin, npmFolder, pythonFolder, workFolder } from './folders.ts'
import type { Peer } from './peer.ts'

/** Versions that the bench installs; Prism is a tool of the project itself. */
const pythonPackages = ['schemathesis==4.32.5']
const npmPackages = ['dredd@14.1.0', '@apideck/portman@1.33.0', 'newman@6.2.2']
const timeoutMs = 600_000

/** Installs what is missing into the bench's own folder; returns why a peer cannot run, by its id. */
export async function installPeers(): Promise<Readonly<Partial<Record<Peer['id'], string>>>> {
  mkdirSync(npmFolder, { recursive: true })
  const python = await attempt(path.join(pythonFolder, 'bin', 'schemathesis'), [
    ['python3', '-m', 'venv', pythonFolder],
    [path.join(pythonFolder, 'bin', 'pip'), 'install', '--quiet', ...pythonPackages],
  ])
  const manifest = path.join(npmFolder, 'package.json')
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n')
  const npm = await attempt(npmBin('newman'), [
    ['npm', 'install', '--prefix', npmFolder, '--no-audit', '--no-fund', ...npmPackages],
  ])
  return {
    ...(python === undefined ? {} : { schemathesis: python }),
    ...(npm === undefined ? {} : { dredd: npm, portman: npm }),
  }
}

async function attempt(
  result: string,
  commands: readonly (readonly [string, ...string[]])[],
): Promise<string | undefined> {
  if (existsSync(result)) return undefined
  for (const command of commands) {
    console.log(`installing: ${command.map((word) => path.basename(word)).join(' ')}`)
    const options = { cwd: workFolder, env: environment(), timeoutMs }
    const end = await runChild(command, options).catch((error: unknown) => ({
      code: 1,
      output: String(error),
    }))
    if (end.code !== 0) return end.output.trim().split('\n').at(-1) ?? 'it ended without a word'
  }
  return undefined
}

/** Tells the version of each peer as it is installed. */
export function versions(): Readonly<Record<Peer['id'], string>> {
  const require = createRequire(import.meta.url)
  const npm = (name: string) => versionOf(require, path.join(npmFolder, 'node_modules', name))
  return {
    schemathesis: pythonPackages[0]?.split('==')[1] ?? '',
    dredd: npm('dredd'),
    portman: `${npm('@apideck/portman')} with ${npm('newman')}`,
    prism: versionOf(require, '@stoplight/prism-cli'),
  }
}

function versionOf(require: NodeJS.Require, name: string): string {
  try {
    return (require(`${name}/package.json`) as { version: string }).version
  } catch {
    return 'not installed'
  }
}
