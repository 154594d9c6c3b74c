import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { SettingsError } from '../errors.ts'
import { reportPaths } from '../report/paths.ts'
import { exitCodeOf, surveyToJson } from '../report/survey-report.ts'
import { surveyToText } from '../report/survey-text.ts'
import { writeWhole } from '../report/write-whole.ts'
import { readReportsFolder } from '../settings.ts'
import { judgeSurvey } from '../tls/survey/judge-survey.ts'
import { surveyHost, type SurveyTarget } from '../tls/survey/survey.ts'
import { type ParsedArguments, parseArguments } from './arguments.ts'
import { root } from './project.ts'
import { runCommand } from './run.ts'

const usage = `Usage: npm run tls -- [options] HOST:PORT or URL

Looks at everything that a host shows in TLS handshakes, from SSL 2.0 to TLS 1.3, and judges it by RFC 9325,
NIST SP 800-52r2 and Mozilla's intermediate profile. Nothing secret is sent, and one GET without credentials.

  --name <name>       the name to ask for, where it is not that of the address
  --ca <file>         the authorities to trust, in PEM, instead of those that Node brings
  --cert <file>       a client certificate in PEM, with --key: then a client without one, and one with a wrong one,
  --key <file>        must be refused
  --at <time>         judge dates as of this time, such as 2026-12-01, instead of now
  --timeout <ms>      the limit of each connection; 2000 unless given
  --within <ms>       the limit of the survey; 4500 unless given. A distant host may need more
  --strict            SHOULD and MAY rules fail the survey as well
  --json              print the same as one JSON document, which reports/tls.json holds anyway
  --help              this text

Exit code: 0 conforms, 1 findings, 2 nothing came about, or a MUST rule could not be judged.`

await runCommand(async (args) => {
  const parsed = parseArguments(args, {
    values: ['name', 'ca', 'cert', 'key', 'at', 'timeout', 'within'],
    switches: ['strict', 'json', 'help'],
  })
  if (parsed.options['help'] !== undefined) {
    console.log(usage)
    return 0
  }
  return survey(parsed)
})

async function survey({ options, rest }: ParsedArguments): Promise<number> {
  const target = readTarget(options, rest)
  const now = readTime(options['at'])
  const start = performance.now()
  const facts = await surveyHost(target)
  const done = {
    place: `${target.host}:${target.port}`,
    now,
    milliseconds: performance.now() - start,
    strict: options['strict'] !== undefined,
    facts,
    rows: judgeSurvey(facts, now),
  }
  const file = path.resolve(root, reportPaths(readReportsFolder()).tls)
  writeWhole(file, surveyToJson(done))
  console.log(options['json'] === undefined ? surveyToText(done) : surveyToJson(done).trimEnd())
  return exitCodeOf(done)
}

function readTarget(options: ParsedArguments['options'], rest: readonly string[]): SurveyTarget {
  const url = readAddress(rest)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const { name, ca } = options
  return {
    host,
    port: Number(url.port || '443'),
    servername: name ?? host,
    path: url.pathname,
    timeoutMs: readLimit('timeout', options['timeout'] ?? '2000'),
    withinMs: readLimit('within', options['within'] ?? '4500'),
    concurrency: 16,
    ...(ca === undefined ? {} : { ca: readPem('--ca', ca) }),
    ...readClient(options),
  }
}

function readAddress(rest: readonly string[]): URL {
  const [word, more] = rest
  if (word === undefined)
    throw new SettingsError('setting-missing', 'no host is named', {
      fix: 'npm run tls -- host:443, or see --help',
    })
  const unknown = [word, more].find((other) => other?.startsWith('--')) ?? more
  if (unknown !== undefined)
    throw new SettingsError('setting-invalid', `${unknown} is not understood`, { fix: 'see --help' })
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(word) ? word : `https://${word}`
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:')
    throw new SettingsError('setting-invalid', `${word} is no host with TLS`, {
      fix: 'write host:port or https://host/path',
    })
  return new URL(address)
}

function readTime(text: string | undefined): Date {
  if (text === undefined) return new Date()
  const time = new Date(text)
  if (Number.isNaN(time.getTime()))
    throw new SettingsError('setting-invalid', `--at is no time: ${text}`, {
      fix: 'write 2026-12-01 or 2026-12-01T08:00Z',
    })
  return time
}

function readLimit(name: string, text: string): number {
  const milliseconds = Number(text)
  if (!Number.isInteger(milliseconds) || milliseconds <= 0)
    throw new SettingsError('setting-invalid', `--${name} is no number of milliseconds: ${text}`)
  return milliseconds
}

function readClient({ cert, key }: ParsedArguments['options']): Pick<SurveyTarget, 'clientCertificate'> {
  if (cert === undefined && key === undefined) return {}
  if (cert === undefined || key === undefined)
    throw new SettingsError('setting-missing', '--cert and --key belong together', { fix: 'give both' })
  const clientCertificate = { cert: readPem('--cert', cert), key: readPem('--key', key) }
  if (!isPair(clientCertificate))
    throw new SettingsError('setting-invalid', `--cert ${cert} and --key ${key} do not fit together`)
  return { clientCertificate }
}

function isPair({ cert, key }: { readonly cert: string; readonly key: string }): boolean {
  try {
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))
  } catch {
    return false
  }
}

function readPem(option: string, file: string): string {
  try {
    const text = readFileSync(file, 'utf8')
    if (text.includes('-----BEGIN ')) return text
  } catch (cause) {
    throw new SettingsError('setting-file-unreadable', `${option}: ${file} cannot be read`, { cause })
  }
  throw new SettingsError('setting-invalid', `${option}: ${file} is no PEM file`)
}
