import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'

/** One text of a file; an archive and a page that embeds files hold several. */
export interface Artifact {
  readonly file: string
  readonly text: string
}

/** Reads all that a run left below a folder: files, what archives hold, and what pages embed in base64. */
export function* readArtifacts(folder: string): Generator<Artifact> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) yield* open(path.join(entry.parentPath, entry.name))
  }
}

function* open(file: string): Generator<Artifact> {
  const bytes = readFileSync(file)
  yield { file, text: bytes.toString('latin1') }
  if (file.endsWith('.zip')) {
    for (const [name, content] of Object.entries(unzipSync(bytes)))
      yield { file: `${file}!${name}`, text: strFromU8(content, true) }
  }
  if (file.endsWith('.html')) {
    for (const [embedded] of bytes.toString('latin1').matchAll(/[A-Za-z0-9+/]{40,}={0,2}/g))
      yield { file: `${file} (embedded)`, text: Buffer.from(embedded, 'base64').toString('latin1') }
  }
}

/** Lists the secrets that stand in any artifact, with the place of each. */
export function leaksIn(artifacts: readonly Artifact[], secrets: readonly string[]): string[] {
  return artifacts.flatMap(({ file, text }) =>
    secrets.filter((secret) => text.includes(secret)).map((secret) => `${secret} in ${file}`),
  )
}
