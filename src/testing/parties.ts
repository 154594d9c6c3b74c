import type { ApiClient } from '../http/client.ts'
import type { Market } from '../markets/types.ts'
import type { ApplicationCredentials, Control } from '../mock/control.ts'
import { Application } from '../oauth/application.ts'
import { Customer } from '../oauth/customer.ts'
import { notObserved } from './not-observed.ts'
import type { Target } from './target.ts'

/** Where applications call. */
export interface Place {
  readonly target: Target
  readonly client: ApiClient
  readonly market: Market
}

/** The application of a role; not observed when the run knows none. */
export function applicationOf(
  { target, client, market }: Place,
  role: ApplicationCredentials['role'],
): Application {
  const application = target.applications[role]
  if (application === undefined)
    return notObserved(
      `no ${role} application is known${role === 'other' ? ': set CITI_SECOND_CLIENT_ID and CITI_SECOND_CLIENT_SECRET' : ''}`,
    )
  return new Application(client, market, {
    ...application,
    get redirectUri() {
      return redirectUriOf(application)
    },
  })
}

/** Where a customer is sent back to; a run without one cannot look at the flows of customers. */
function redirectUriOf({ role, redirectUris: [redirectUri] }: ApplicationCredentials): string {
  if (redirectUri !== undefined) return redirectUri
  if (role === 'two-legged') return ''
  const setting = role === 'other' ? 'CITI_SECOND_REDIRECT_URI' : 'CITI_REDIRECT_URI'
  return notObserved(`no redirect URI of the application is known: set ${setting}`)
}

/** A test customer; not observed when the run knows none. */
export function customerOf(target: Target, index: number): Customer {
  const credentials = target.customers[index]
  if (credentials === undefined)
    return notObserved('no such test customer is known: set CITI_CUSTOMER and CITI_CUSTOMER_PASSWORD')
  return new Customer(credentials)
}

/** The control plane of a target; not observed where there is none. */
export function controlOf({ control }: Target): Control {
  return control ?? notObserved('the target offers no control plane (CITI_CONTROL_URL)')
}
