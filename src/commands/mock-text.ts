import type { ApplicationCredentials, CustomerCredentials, SandboxCredentials } from '../mock/control.ts'
import type { Defect } from '../mock/defects/index.ts'

/** Where a sandbox can be reached. */
export interface SandboxPlace {
  readonly baseUrl: string
  readonly originUrl: string
  /** Undefined when the sandbox is in live mode. */
  readonly controlUrl: string | undefined
  readonly caFile: string
}

/** Everything that a person needs to use the sandbox, ready to paste. */
export function sandboxToText(place: SandboxPlace, credentials: SandboxCredentials): string {
  const { applications, customers } = credentials
  return [
    'The reference sandbox is up. Ctrl-C ends it.',
    '',
    `  base URL       ${place.baseUrl}`,
    `  guide dialect  ${place.originUrl}`,
    `  control plane  ${place.controlUrl ?? 'none: real time, and the cap is on, as on a live target'}`,
    `  CA file        ${place.caFile}`,
    '',
    ...applications.map(
      ({ role, clientId, clientSecret }) => `  application    ${role.padEnd(11)} ${clientId} ${clientSecret}`,
    ),
    ...customers.map(({ username, password }) => `  customer       ${username} ${password}`),
    ...customers.flatMap((customer) => cardLines(customer)),
    '',
    'Lines for .env, to run the suite against it from another terminal:',
    '',
    ...dotenvLines(place, credentials),
    '',
    'A two-legged token:',
    '',
    curlLine(place, applications),
    '',
  ].join('\n')
}

/** The credit card of a customer in Singapore, as the card flow asks for it. */
function cardLines({ username, cards }: CustomerCredentials): string[] {
  const [card] = cards?.sg ?? []
  return card === undefined ? [] : [`  card in sg     ${username} ${card.lastFour} ${card.phone}`]
}

function dotenvLines(place: SandboxPlace, { applications, customers }: SandboxCredentials): string[] {
  const find = (role: ApplicationCredentials['role']) => applications.find((one) => one.role === role)
  const [customer] = customers
  return [
    `CITI_BASE_URL=${place.baseUrl}`,
    `CITI_GETTING_STARTED_URL=${place.originUrl}`,
    ...(place.controlUrl === undefined ? [] : [`CITI_CONTROL_URL=${place.controlUrl}`]),
    `CITI_CA_FILE=${place.caFile}`,
    'CITI_MARKET=sg',
    ...applicationLines('CITI_', find('main')),
    ...applicationLines('CITI_SECOND_', find('other')),
    ...(customer === undefined
      ? []
      : [
          `CITI_CUSTOMER=${customer.username}`,
          `CITI_CUSTOMER_PASSWORD=${customer.password}`,
          ...cardSettings(customer),
        ]),
  ]
}

function cardSettings({ cards }: CustomerCredentials): string[] {
  const [card] = cards?.sg ?? []
  return card === undefined ? [] : [`CITI_CARD_LAST_FOUR=${card.lastFour}`, `CITI_CARD_PHONE=${card.phone}`]
}

function applicationLines(prefix: string, application: ApplicationCredentials | undefined): string[] {
  if (application === undefined) return []
  const { clientId, clientSecret, redirectUris } = application
  return [
    `${prefix}CLIENT_ID=${clientId}`,
    `${prefix}CLIENT_SECRET=${clientSecret}`,
    `${prefix}REDIRECT_URI=${redirectUris[0] ?? ''}`,
  ]
}

function curlLine(
  { baseUrl, caFile }: SandboxPlace,
  applications: readonly ApplicationCredentials[],
): string {
  const { clientId = '', clientSecret = '' } = applications.find(({ role }) => role === 'main') ?? {}
  return [
    `curl --cacert '${caFile}' -u '${clientId}:${clientSecret}' -H 'Accept: application/json'`,
    `-d grant_type=client_credentials -d scope=/api '${baseUrl}/clientCredentials/oauth2/token/sg/gcb'`,
  ].join(' ')
}

/** One line for each defect: its id, and the requirement that it breaks. */
export function defectsToText(defects: readonly Defect[]): string {
  const width = Math.max(...defects.map(({ id }) => id.length))
  return defects.map(({ id, breaks }) => `${id.padEnd(width)}  ${breaks}`).join('\n')
}
