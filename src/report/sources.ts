import { SuiteBug } from '../errors.ts'

const guides: Readonly<Record<string, string>> = {
  'seed-000': 'Getting started guide',
  'seed-001': 'Developer Hub FAQ',
  'seed-002': 'API overview page',
  'seed-003': 'PSD2 and authorization guide',
}

/** The pages of OWASP's API Security Top 10 of 2023, first to tenth. */
const owaspRisks = [
  '0xa1-broken-object-level-authorization',
  '0xa2-broken-authentication',
  '0xa3-broken-object-property-level-authorization',
  '0xa4-unrestricted-resource-consumption',
  '0xa5-broken-function-level-authorization',
  '0xa6-unrestricted-access-to-sensitive-business-flows',
  '0xa7-server-side-request-forgery',
  '0xa8-security-misconfiguration',
  '0xa9-improper-inventory-management',
  '0xaa-unsafe-consumption-of-apis',
]

/** The chapters of OWASP's ASVS 5.0 that requirements come from. */
const asvsChapters: Readonly<Record<string, string>> = {
  3: '0x12-V3-Web-Frontend-Security.md',
  4: '0x13-V4-API-and-Web-Service.md',
  13: '0x22-V13-Configuration.md',
  14: '0x23-V14-Data-Protection.md',
  16: '0x25-V16-Security-Logging-and-Error-Handling.md',
}

type Resolve = (prefix: string, anchor: string) => string | undefined

/** How each kind of source is shown; the first row whose pattern matches the prefix decides. */
const kinds: readonly (readonly [RegExp, Resolve])[] = [
  [/^rfc\d+$/, (rfc, anchor) => `https://www.rfc-editor.org/rfc/${rfc}${anchor && `#${anchor}`}`],
  [/^seed-\d+$/, (seed, anchor) => guides[seed] && `${guides[seed]}: ${inWords(anchor)}`],
  [/^specs\//, (file, pointer) => `${file}${pointer && `#${pointer}`}`],
  [/^openapi$/, (_, anchor) => `https://spec.openapis.org/oas/v3.1.0#${anchor}`],
  [/^owasp-api-2023$/, (_, risk) => owaspLink(owaspRisks[Number(risk.replace('api', '')) - 1])],
  [/^asvs5$/, (_, section) => asvsLink(section, asvsChapters[section.split('.')[0] ?? ''])],
  [/^pci-dss-[\d.]+$/, (name, section) => `PCI DSS ${name.slice('pci-dss-'.length)}, requirement ${section}`],
  [/^eu-2018-389$/, (_, part) => `https://eur-lex.europa.eu/eli/reg_del/2018/389/oj#${part}`],
  [/^etsi-ts-119-495$/, (_, part) => `ETSI TS 119 495, ${inWords(part)}`],
  [
    /^nist-sp-800-52r2$/,
    (_, part) => `https://doi.org/10.6028/NIST.SP.800-52r2, ${part.replace('section-', 'section ')}`,
  ],
  [/^mozilla-tls$/, (_, profile) => `https://wiki.mozilla.org/Security/Server_Side_TLS, ${profile}`],
  [/^iso4217$/, () => 'https://www.iso.org/iso-4217-currency-codes.html'],
]

/** Turns the source of a requirement into an address, a path in this project, or words; SuiteBug when unknown. */
export function linkOf(source: string): string {
  const [prefix = '', anchor = ''] = split(source)
  const [, resolve] = kinds.find(([pattern]) => pattern.test(prefix)) ?? []
  const link = resolve?.(prefix, anchor)
  if (link === undefined) throw new SuiteBug(`the source ${source} has no row in src/report/sources.ts`)
  return link
}

function split(source: string): readonly string[] {
  const at = source.indexOf('#')
  return at < 0 ? [source] : [source.slice(0, at), source.slice(at + 1)]
}

function inWords(anchor: string): string {
  return anchor.replaceAll('-', ' ').replaceAll(/\b(tls|psd2)\b/g, (acronym) => acronym.toUpperCase())
}

function owaspLink(page: string | undefined): string | undefined {
  return page && `https://owasp.org/API-Security/editions/2023/en/${page}/`
}

function asvsLink(section: string, chapter: string | undefined): string | undefined {
  // The page has no anchors for its rows; the number is there for the reader.
  return chapter && `https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/${chapter}#${section}`
}
