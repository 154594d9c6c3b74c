import { createHash } from 'node:crypto'
import type { HeaderLine, SecretFact } from './exchange.ts'

const mask = '***'

/** Names of form, query and JSON fields whose value opens something. */
const secretFields = new Set([
  'access_token',
  'refresh_token',
  'id_token',
  'token',
  'code',
  'client_secret',
  'password',
  'username',
  'code_verifier',
  'assertion',
  'otp',
  'otpToken',
  'linkageConfirmationCode',
  'cvv',
  'encryptedCvv',
  'newPin',
  'jweSignature',
  'bizToken',
  'software_statement',
  'session',
  'ticket',
])
/** Short values of these fields are words of the error model, or digits that stand in many numbers; only long ones are secrets. */
const ambiguousFields = new Set([
  'code',
  'token',
  'username',
  'session',
  'ticket',
  'cvv',
  'encryptedCvv',
  'newPin',
])
const secretHeaders = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'client_secret',
  'x-ibm-client-secret',
  'x-api-key',
  'biztoken',
])

/** A secret of a request with the name under which it travelled. */
export interface CarriedSecret {
  readonly name: string
  readonly value: string
}

/** Lists the secrets that a request carries in its headers, its address and its body. */
export function secretsOfRequest(request: {
  url: string
  headers: readonly HeaderLine[]
  body?: string
}): CarriedSecret[] {
  return [
    ...request.headers
      .filter(([name]) => secretHeaders.has(name.toLowerCase()))
      .flatMap(([name, value]) => headerSecrets(name, value)),
    ...secretsOfQuery(request.url.split('?')[1] ?? ''),
    ...secretsOfBody(request.body ?? ''),
  ]
}

function headerSecrets(name: string, value: string): CarriedSecret[] {
  // A bare scheme word opens nothing, and masking it would maim every challenge of the answer.
  if (isBareScheme(value)) return []
  const credential = value.includes(' ') ? value.slice(value.indexOf(' ') + 1) : value
  const decoded = /^basic /i.test(value) ? Buffer.from(credential, 'base64').toString('latin1') : ''
  const secret = decoded.includes(':') ? decoded.slice(decoded.indexOf(':') + 1) : ''
  return [credential, secret].filter((part) => part.length > 5).map((part) => ({ name, value: part }))
}

function isBareScheme(value: string): boolean {
  return /^(basic|bearer|digest) *$/i.test(value)
}

function secretsOfQuery(query: string): CarriedSecret[] {
  return [...new URLSearchParams(query)]
    .filter(([name, value]) => isSecret(name, value))
    .flatMap(([name, value]) => variants(value).map((variant) => ({ name, value: variant })))
}

function secretsOfBody(body: string): CarriedSecret[] {
  if (!/^\s*[[{]/.test(body)) return secretsOfQuery(body)
  return factsOfJson(body).map(({ name, value }) => ({ name, value: String(value) }))
}

function isSecret(name: string, value: unknown): boolean {
  if (!secretFields.has(name)) return false
  return typeof value === 'string' && value.length > (ambiguousFields.has(name) ? 15 : 0)
}

function variants(value: string): string[] {
  return [...new Set([value, encodeURIComponent(value)])]
}

interface FoundSecret {
  readonly at: string
  readonly name: string
  readonly value: unknown
}

function factsOfJson(text: string): FoundSecret[] {
  let root: unknown
  try {
    root = JSON.parse(text)
  } catch {
    return []
  }
  return secretsOfTree(root)
}

/** Walks without recursion, so that no depth of a body can break it. */
function secretsOfTree(root: unknown): FoundSecret[] {
  const found: FoundSecret[] = []
  const open: FoundSecret[] = [{ at: '', name: '', value: root }]
  for (let branch = open.pop(); branch !== undefined; branch = open.pop()) {
    const { at, name, value } = branch
    // In JSON `code` is the code of an error; authorization codes travel in addresses and forms.
    if (name !== 'code' && isSecret(name, value)) found.push(branch)
    else if (typeof value === 'object' && value !== null) {
      const children = Object.entries(value as Record<string, unknown>)
      for (const [key, child] of children.reverse())
        open.push({ at: `${at}/${key}`, name: key, value: child })
    }
  }
  return found
}

/** Lists the secrets that a response hands out: in its JSON body, its Location and its cookies. */
export function secretsOfResponse(headers: readonly HeaderLine[], body: string): FoundSecret[] {
  const fromHeaders = headers.flatMap(([name, value]) => {
    if (name.toLowerCase() === 'location') {
      const query = (value.split('?')[1] ?? '').split('#')[0] ?? ''
      return secretsOfQuery(query).map((found) => ({
        at: `header ${name}`,
        name: found.name,
        value: found.value,
      }))
    }
    if (name.toLowerCase() === 'set-cookie')
      return [{ at: `header ${name}`, name, value: value.split(';')[0]?.split('=')[1] ?? '' }]
    return []
  })
  return [...fromHeaders, ...factsOfJson(body), ...hiddenInputs(body)]
}

function hiddenInputs(body: string): FoundSecret[] {
  return [...body.matchAll(/<input[^<>]*type="hidden"[^<>]*>/gi)].flatMap(([tag]) => {
    const name = /name="([^"]*)"/i.exec(tag)?.[1] ?? ''
    const value = /value="([^"]*)"/i.exec(tag)?.[1] ?? ''
    return isSecret(name, value) ? [{ at: `input ${name}`, name, value }] : []
  })
}

/** Describes a secret by what checks need and nothing that opens anything. */
export function factOf({ at, name, value }: FoundSecret): SecretFact {
  const text = String(value)
  return {
    at,
    name,
    type: typeof value,
    length: text.length,
    visibleAscii: /^[\x20-\x7e]+$/.test(text),
    bits: Math.floor(text.length * Math.log2(Math.max(alphabetSize(text), 1))),
    fingerprint: createHash('sha256').update(text).digest('hex').slice(0, 12),
  }
}

function alphabetSize(text: string): number {
  const classes: [RegExp, number][] = [
    [/[0-9]/, 10],
    [/[a-f]/, 6],
    [/[g-z]/, 20],
    [/[A-Z]/, 26],
    [/[^0-9a-zA-Z]/, 2],
  ]
  const size = classes.reduce((sum, [pattern, count]) => sum + (pattern.test(text) ? count : 0), 0)
  // A value that repeats few characters holds less than its alphabet allows.
  return Math.min(size, new Set(text).size * 2)
}

/** The most secrets that are looked for in a text: more of them would take minutes in a large one. */
const mostSecrets = 500

/** Replaces every given secret by a mask; where there are too many of them, the whole text. */
export function maskText(text: string, secrets: readonly string[]): string {
  if (secrets.length > mostSecrets && secrets.some((secret) => text.includes(secret))) return mask
  return secrets.reduce((masked, secret) => (secret === '' ? masked : masked.replaceAll(secret, mask)), text)
}

/** Masks the values of header lines: wholly for secret headers, by value for the others. */
export function maskHeaders(headers: readonly HeaderLine[], secrets: readonly string[]): HeaderLine[] {
  return headers.map(([name, value]) => {
    if (!secretHeaders.has(name.toLowerCase()) || isBareScheme(value)) return [name, maskText(value, secrets)]
    const scheme = /^(\S+) /.exec(value)?.[1]
    if (name.toLowerCase() === 'set-cookie') return [name, value.replace(/=[^;]*/, `=${mask}`)]
    return [name, scheme === undefined ? mask : `${scheme} ${mask}`]
  })
}
