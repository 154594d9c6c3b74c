import { operationsAt, pathPattern } from '../contract/match.ts'
import type { Contract, Operation } from '../contract/types.ts'
import type { MarketId } from '../markets/types.ts'
import { authorize, decide, logIn } from './authorize-endpoints.ts'
import { listCatalogue } from './catalogue.ts'
import { findBusiness } from './businesses.ts'
import { enrolCard, issueCardToken } from './card-endpoints.ts'
import { refreshCardToken, revokeCardToken } from './card-tokens.ts'
import { refreshDeviceToken, retrieveDeviceToken, revokeDeviceToken } from './device-endpoints.ts'
import { issueGettingStartedToken } from './getting-started.ts'
import { issuePasswordToken, refreshPasswordToken } from './legacy/password-grant.ts'
import { getPasswordKey } from './legacy/password-key.ts'
import {
  authorizePartner,
  exchangePartnerCode,
  refreshPartnerToken,
  revokePartnerToken,
} from './partner-endpoints.ts'
import { deleteClient, getClient, registerClient, updateClient } from './registration/endpoints.ts'
import { issueRegistrationToken } from './registration/token.ts'
import type { SandboxRequest } from './request.ts'
import { clientCredentials, redeemCode, refresh, revoke } from './token-endpoints.ts'
import type { Endpoint } from './world.ts'

/** An address with one of its methods. */
export interface Route {
  /** Who is served there: programs asking for tokens, customers' browsers, or callers of resources. */
  readonly kind: 'token' | 'page' | 'resource'
  /** Undefined for the pages that no document describes. */
  readonly operation: Operation | undefined
  readonly method: string
  readonly base: 'api' | 'origin'
  readonly pattern: RegExp
  readonly names: readonly string[]
  /** Undefined for resources, which all go through the gateway. */
  readonly endpoint: Endpoint | undefined
}

/** Endpoints of the authorization server by operationId; every other operation is a resource of the bank. */
const endpoints: Readonly<Record<string, readonly [kind: Route['kind'], endpoint: Endpoint]>> = {
  issueClientCredentialsToken: ['token', clientCredentials],
  exchangeAuthorizationCode: ['token', redeemCode],
  refreshToken: ['token', refresh],
  revokeToken: ['token', revoke],
  enrolCard: ['token', enrolCard],
  issueCardToken: ['token', issueCardToken],
  refreshCardToken: ['token', refreshCardToken],
  revokeCardToken: ['token', revokeCardToken],
  retrieveDeviceToken: ['token', retrieveDeviceToken],
  refreshDeviceToken: ['token', refreshDeviceToken],
  revokeDeviceToken: ['token', revokeDeviceToken],
  issueGettingStartedToken: ['token', issueGettingStartedToken],
  authorize: ['page', authorize],
  listCatalogue: ['resource', listCatalogue],
  getPasswordKey: ['resource', getPasswordKey],
  issuePasswordToken: ['token', issuePasswordToken],
  refreshPasswordToken: ['token', refreshPasswordToken],
  authorizePartner: ['resource', authorizePartner],
  exchangePartnerCode: ['token', exchangePartnerCode],
  refreshPartnerToken: ['token', refreshPartnerToken],
  revokePartnerToken: ['token', revokePartnerToken],
  issueRegistrationToken: ['token', issueRegistrationToken],
  registerClient: ['resource', registerClient],
  registerPartnerClient: ['resource', registerClient],
  getClient: ['resource', getClient],
  updateClient: ['resource', updateClient],
  deleteClient: ['resource', deleteClient],
}

/** Where the login page of each generation stands, and the pages that follow it. */
const pageFolders = [
  '/authCode/oauth2',
  '/openapi/iam/tokenManagement/partner/authCode/oauth2/cgw/v1',
] as const

/** The routes of a contract and of the pages that belong to it. */
export class Routes {
  readonly #contract: Contract
  readonly #byOperation: ReadonlyMap<Operation, Route>
  readonly #pages = pageFolders.flatMap((folder) => [
    page(`${folder}/login`, logIn),
    page(`${folder}/consent`, decide),
  ])

  constructor(contract: Contract) {
    this.#contract = contract
    this.#byOperation = new Map(contract.operations.map((operation) => [operation, routeOf(operation)]))
  }

  /** Lists the routes at the address of a request, whatever their method; those for the caller's market first. */
  at(request: SandboxRequest, market: MarketId | undefined): Route[] {
    const { base, path } = request
    const documented = operationsAt(this.#contract, { base, path, market }).flatMap(
      (operation) => this.#byOperation.get(operation) ?? [],
    )
    const pages = this.#pages.filter((route) => route.base === base && route.pattern.test(path))
    return [...documented.filter((route) => isServed(route, request)), ...pages]
  }
}

/** Reads the values that an address gives to the names of its template; URIError when one is badly encoded. */
export function readParams({ pattern, names }: Route, { path }: SandboxRequest): Record<string, string> {
  const values = pattern.exec(path)?.slice(1) ?? []
  return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(values[index] ?? '')]))
}

/** A token address exists only for markets that offer it and for businesses of the bank. */
function isServed(route: Route, request: SandboxRequest): boolean {
  if (!route.names.includes('countryCode') || !route.names.includes('businessCode')) return true
  const values = route.pattern.exec(request.path)?.slice(1) ?? []
  const valueOf = (name: string) => values[route.names.indexOf(name)] ?? ''
  const market = findBusiness(valueOf('countryCode'), valueOf('businessCode'))
  return market !== undefined && route.operation?.markets.includes(market.id) === true
}

function routeOf(operation: Operation): Route {
  const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '')
  const pattern = new RegExp(pathPattern(operation.path).source.replaceAll('[^/]+', '([^/]+)'), 'i')
  const { method, base } = operation
  const [kind, endpoint] = endpoints[operation.id] ?? ['resource', undefined]
  return { kind, operation, method, base, pattern, names, endpoint }
}

function page(path: string, endpoint: Endpoint): Route {
  const pattern = pathPattern(path)
  return { kind: 'page', operation: undefined, method: 'POST', base: 'api', pattern, names: [], endpoint }
}
