import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { suiteOf, type Trait, traits } from '../src/tls/raw/suites.ts'
import type { SurveyRuleId } from '../src/tls/survey/rules.ts'

/** What a tool says of rules that it knows too: kept or broken. */
export type Opinions = Partial<Record<SurveyRuleId, 'kept' | 'broken'>>

/** How long a tool took and what it said. */
export interface Answer {
  readonly seconds: number
  readonly opinions: Opinions
}

/** Whom to ask: the address by name, a folder for files, and the root to trust. */
export interface Question {
  readonly address: string
  readonly folder: string
  readonly rootFile: string
}

interface Finding {
  readonly id: string
  readonly severity: string
  readonly finding: string
}

type Read = (finding: string, all: ReadonlyMap<string, string>) => boolean | undefined

/** A server of SSL 3.0 that speaks no TLS 1.0 is scolded for not going down to SSL 3.0. */
const isAbsent: Read = (finding) => /^(not offered|connection failed)/.test(finding)
const isPresent: Read = (finding) => /^offered/.test(finding)

/** How the findings of testssl read as rules: whether the rule is kept, or undefined where nothing is said of it. */
const readings: readonly (readonly [SurveyRuleId, string, Read])[] = [
  ['tls.version.no-ssl2', 'SSLv2', isAbsent],
  ['tls.version.no-ssl3', 'SSLv3', isAbsent],
  ['tls.version.no-10', 'TLS1', isAbsent],
  ['tls.version.no-11', 'TLS1_1', isAbsent],
  ['tls.version.12', 'TLS1_2', isPresent],
  ['tls.version.13', 'TLS1_3', isPresent],
  ['tls.cipher.no-null', 'cipherlist_NULL', isAbsent],
  ['tls.cipher.no-anonymous', 'cipherlist_aNULL', isAbsent],
  ['tls.cipher.no-export', 'cipherlist_EXPORT', isAbsent],
  [
    'tls.certificate.chain',
    'cert_chain_of_trust',
    (text) => (/expired/.test(text) ? undefined : /^passed/.test(text)),
  ],
  ['tls.certificate.hostname', 'cert_trust', (text) => /^Ok via SAN/.test(text)],
  ['tls.certificate.validity', 'cert_expirationStatus', (text) => !/^(expired|not.*valid)/i.test(text)],
  ['tls.certificate.revocation', 'OCSP_stapling', isPresent],
  ['tls.renegotiation.secure', 'secure_renego', (text) => /^supported/i.test(text)],
  ['tls.renegotiation.by-client', 'secure_client_renego', readClientRenegotiation],
  [
    'tls.compression.none',
    'CRIME_TLS',
    (text) => (/^not vulnerable/i.test(text) ? true : /^VULNERABLE/.test(text) ? false : undefined),
  ],
  ['tls.version.fallback', 'fallback_SCSV', readFallback],
  ['tls.http.strict-transport', 'HSTS_time', (text) => />/.test(text)],
  ['tls.http.strict-transport', 'HSTS', () => false],
]

function readClientRenegotiation(text: string): boolean | undefined {
  // Accepted, though not for ever; or nobody knows.
  if (/mitigated/i.test(text)) return false
  if (/timed out/i.test(text)) return undefined
  if (/not vulnerable/i.test(text)) return true
  return /vulnerable/i.test(text) ? false : undefined
}

/** Only a host that speaks two versions can be asked. */
function readFallback(text: string): boolean | undefined {
  if (/^supported/i.test(text)) return true
  return /not supported/i.test(text) ? false : undefined
}

/** Asks testssl for what it shares with a survey. */
export async function askTestssl({ address, folder, rootFile }: Question): Promise<Answer> {
  const file = path.join(folder, `testssl-${address.replaceAll(/\W/g, '-')}.json`)
  const parts = ['-p', '-s', '-S', '-R', '-C', '-Z', '-h']
  const quiet = ['--quiet', '--color', '0', '--warnings', 'batch', '--ip', '127.0.0.1']
  const seconds = await run('testssl', [
    ...quiet,
    '--jsonfile',
    file,
    '--add-ca',
    rootFile,
    ...parts,
    address,
  ])
  return { seconds, opinions: readTestssl(JSON.parse(readFileSync(file, 'utf8')) as Finding[]) }
}

function readTestssl(findings: readonly Finding[]): Opinions {
  const all = new Map(findings.map(({ id, finding }) => [id, finding]))
  const said = readings.flatMap(([rule, id, read]) => {
    const finding = all.get(id)
    const isKept = finding === undefined ? undefined : read(finding, all)
    return isKept === undefined ? [] : [[rule, isKept ? 'kept' : 'broken'] as const]
  })
  return Object.fromEntries(said)
}

/** The rules about suites, by what makes a suite break them. */
const suiteRules: readonly (readonly [SurveyRuleId, Trait])[] = [
  ['tls.cipher.no-null', 'null'],
  ['tls.cipher.no-anonymous', 'anonymous'],
  ['tls.cipher.no-export', 'export'],
  ['tls.cipher.no-rc4', 'rc4'],
  ['tls.cipher.no-des', 'des'],
  ['tls.cipher.no-triple-des', 'triple-des'],
  ['tls.cipher.no-static-rsa', 'static-rsa'],
  ['tls.cipher.no-static-dh', 'static-dh'],
  ['tls.cipher.no-cbc', 'cbc'],
]

const versionRules: readonly (readonly [SurveyRuleId, string, '0' | '1'])[] = [
  ['tls.version.no-ssl2', 'type="ssl" version="2"', '0'],
  ['tls.version.no-ssl3', 'type="ssl" version="3"', '0'],
  ['tls.version.no-10', 'type="tls" version="1.0"', '0'],
  ['tls.version.no-11', 'type="tls" version="1.1"', '0'],
  ['tls.version.12', 'type="tls" version="1.2"', '1'],
  ['tls.version.13', 'type="tls" version="1.3"', '1'],
]

/** Asks sslscan. */
export async function askSslscan({ address, folder }: Question): Promise<Answer> {
  const file = path.join(folder, `sslscan-${address.replaceAll(/\W/g, '-')}.xml`)
  const seconds = await run('sslscan', [
    '--no-colour',
    '--no-heartbleed',
    `--xml=${file}`,
    address.split('/')[0] ?? '',
  ])
  return { seconds, opinions: readSslscan(readFileSync(file, 'latin1')) }
}

function readSslscan(xml: string): Opinions {
  const suites = [...xml.matchAll(/<cipher [^>]*id="0x([0-9A-Fa-f]+)"/g)].map(([, id = '']) =>
    suiteOf(Number.parseInt(id, 16)),
  )
  const opinions: Opinions = {}
  for (const [rule, version, expected] of versionRules)
    opinions[rule] = xml.includes(`${version} enabled="${expected}"`) ? 'kept' : 'broken'
  // Of SSL it sees the version only, so that suites which it did not find may be there all the same.
  const isBlind = /type="ssl" version="\d" enabled="1"/.test(xml)
  for (const [rule, trait] of suiteRules) {
    const isFound = suites.some((suite) => traits[trait](suite))
    if (isFound || !isBlind) opinions[rule] = isFound ? 'broken' : 'kept'
  }
  const expired = /<expired>(\w+)</.exec(xml)?.[1]
  if (expired !== undefined) opinions['tls.certificate.validity'] = expired === 'true' ? 'broken' : 'kept'
  const compression = /<compression supported="(\d)"/.exec(xml)?.[1]
  if (compression !== undefined) opinions['tls.compression.none'] = compression === '1' ? 'broken' : 'kept'
  const fallback = /<fallback supported="(\d)"/.exec(xml)?.[1]
  if (fallback !== undefined) opinions['tls.version.fallback'] = fallback === '1' ? 'kept' : 'broken'
  return opinions
}

function run(command: string, args: readonly string[]): Promise<number> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'ignore' })
    child.once('error', reject)
    child.once('exit', () => resolve((performance.now() - start) / 1000))
  })
}
