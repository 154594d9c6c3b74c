import { areaOf, type RequirementId } from './index.ts'

/** What is at stake in each area, for somebody who must decide how grave a failure is. */
const reasons: Readonly<Record<string, string>> = {
  access: 'Whoever reads the data of another customer or market has broken the bank, whatever else works.',
  accounts: 'Balances and movements that disagree between two calls end in wrong decisions about money.',
  authorize: 'The login and consent are where a customer’s access can be stolen in one step.',
  bearer: 'A token that opens too much, or after its end, is a key that nobody can take back.',
  cards: 'A card that stays usable after it was reported lost costs its holder money.',
  error: 'Clients act on error codes; bodies that lie or leak help nobody but an attacker.',
  expiry: 'Clients plan their work around deadlines; a deadline not kept breaks them or leaves a door open.',
  'getting-started': 'The guide is the first thing that a new developer tries.',
  http: 'Proxies, caches and libraries rely on the rules of HTTP, and fail in silence where they are broken.',
  ratelimit: 'A client that cannot tell a limit from an outage retries until it is blocked.',
  refresh: 'A refresh token lives for weeks; one that can be used twice or by others is worth stealing.',
  registration: 'A certificate that is not looked at lets anybody act as a payment provider.',
  request: 'An interface that takes wrong requests hides the mistakes of its clients until they cost money.',
  revoke: 'A customer who takes access away must be able to trust that it is gone.',
  shape: 'A field that is renamed, missing or of another type breaks clients in production, not in review.',
  tls: 'Everything else is read and changed on the way when the connection is weak.',
  token: 'Every call begins with a token; what is wrong here is wrong everywhere.',
}

const journeys = 'It is a step of a journey that customers make with their money or their data.'

/** Says why a requirement matters. */
export function whyItMatters(id: RequirementId): string {
  return reasons[areaOf(id)] ?? journeys
}
