import { statSync } from 'node:fs'
import { auditRecordings, type AuditOptions } from '../audit/audit.ts'
import { readContract } from '../contract/read.ts'
import { Validators } from '../contract/validators.ts'
import { SettingsError } from '../errors.ts'
import { findMarket, markets } from '../markets/index.ts'
import type { AuditedEntry } from '../report/audit-entry.ts'
import { auditJsonEnd, auditJsonHead, entryToJson } from '../report/audit-json.ts'
import { AuditTally } from '../report/audit-tally.ts'
import { auditToText, AuditWriter } from '../report/audit-text.ts'
import { type ParsedArguments, parseArguments } from './arguments.ts'
import { contractFolders } from './project.ts'
import { Progress } from './progress.ts'
import { couldNotRun, runCommand } from './run.ts'

const usage = `Usage: npm run audit -- [options] FILE...

Judges recorded traffic by every check that needs no server. A file is a HAR file (of a browser, a proxy or
Playwright, also packed with gzip), or holds exchanges in the plain JSON form: one, a list, or one a line.

  --market <id>        the market of exchanges that do not tell theirs
  --personality <how>  observed: the known deviations of the bank's sandbox count as such on every host;
                       documented: they count on none. Otherwise on the bank's own sandbox hosts alone
  --strict             SHOULD and MAY requirements fail the audit as well
  --all                every entry and every finding, the clean and the repeated ones too
  --json               the same as one JSON document
  --help               this text

Exit code: 0 conforms, 1 findings, 2 something could not be read, or nothing was there to judge.`

await runCommand(async (args) => {
  const parsed = parseArguments(args, {
    values: ['market', 'personality'],
    switches: ['strict', 'all', 'json', 'help'],
  })
  if (parsed.options['help'] !== undefined) {
    console.log(usage)
    return 0
  }
  endQuietlyWithReader()
  return audit(parsed)
})

async function audit({ options, rest: files }: ParsedArguments): Promise<number> {
  refuseWrong(files)
  const tally = new AuditTally(options['strict'] !== undefined)
  const progress = new Progress(process.stderr, sizeOf(files))
  const writer = new AuditWriter(options['all'] !== undefined)
  const isJson = options['json'] !== undefined
  if (isJson) await write(auditJsonHead)
  let isFirst = true
  for await (const entry of auditRecordings(files, readOptions(options, progress))) {
    tally.add(entry)
    progress.count()
    const text = isJson ? entryToJson(entry, isFirst) : textOf(writer, entry)
    isFirst = false
    if (text === undefined) continue
    progress.clear()
    await write(text)
  }
  progress.clear()
  const code = exitCodeOf(tally)
  await write(isJson ? auditJsonEnd(tally, code) : `${auditToText(tally, writer)}\n`)
  return code
}

function textOf(writer: AuditWriter, entry: AuditedEntry): string | undefined {
  const text = writer.entry(entry)
  return text === undefined ? undefined : `${text}\n`
}

function refuseWrong(files: readonly string[]): void {
  const unknown = files.find((file) => file.startsWith('--'))
  if (unknown !== undefined)
    throw new SettingsError('setting-invalid', `the option ${unknown} is unknown`, { fix: 'see --help' })
  if (files.length === 0)
    throw new SettingsError('setting-missing', 'no file is named', {
      fix: 'npm run audit -- traffic.har, or see --help',
    })
}

function readOptions(options: Readonly<Record<string, string>>, progress: Progress): AuditOptions {
  const { market, personality = 'by-host' } = options
  if (market !== undefined && findMarket(market) === undefined)
    throw new SettingsError('setting-invalid', `--market ${market} is unknown`, {
      fix: `choose from ${markets.map(({ id }) => id).join(', ')}`,
    })
  if (personality !== 'by-host' && personality !== 'observed' && personality !== 'documented')
    throw new SettingsError('setting-invalid', `--personality ${personality} is unknown`, {
      fix: 'choose from observed and documented',
    })
  return {
    book: openBook(),
    market: market === undefined ? undefined : findMarket(market)?.id,
    personality,
    onRead: (bytes) => progress.add(bytes),
  }
}

function openBook(): AuditOptions['book'] {
  const { schemas, specs } = contractFolders()
  return { contract: readContract(schemas, specs), validators: new Validators(schemas) }
}

function sizeOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0)
}

function exitCodeOf({ binding, judged, unreadable }: AuditTally): number {
  if (binding > 0) return 1
  return judged === 0 || unreadable > 0 ? couldNotRun : 0
}

/** A slow reader must not make the text pile up in memory. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve))
}

/** What reads the text, such as a pager, may end before it. */
function endQuietlyWithReader(): void {
  process.stdout.on('error', (error: { code?: string }) => {
    process.exit(error.code === 'EPIPE' ? 0 : couldNotRun)
  })
}
