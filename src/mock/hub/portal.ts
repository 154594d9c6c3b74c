import { SettingsError } from '../../errors.ts'
import type { MarketId } from '../../markets/types.ts'
import { newSecret, type RegisteredApplication, registerFurther } from '../applications.ts'
import type { World } from '../world.ts'
import type {
  ApplicationRequest,
  CatalogueEntry,
  DeveloperHub,
  ListedApplication,
  ShownSecret,
} from './developer-hub.ts'

/** Who registered which application, and who may see it. */
export type HubRecords = Map<string, ListedApplication>

/** The portal of a sandbox in this process. */
export function openPortal(world: World): DeveloperHub {
  return {
    register: (request) => promise(() => register(world, request)),
    regenerate: (developer, clientId) => promise(() => regenerate(world, developer, clientId)),
    share: (developer, clientId, teammate) => promise(() => share(world, { developer, clientId, teammate })),
    list: (developer) => promise(() => list(world, developer)),
    catalogue: (market) => promise(() => listCatalogue(world, market)),
  }
}

/** Does a piece of work as a promise, so that its errors reject it. */
async function promise<Value>(work: () => Value): Promise<Value> {
  return Promise.resolve().then(work)
}

function register(world: World, { developer, name, redirectUri }: ApplicationRequest): ShownSecret {
  if (developer === '' || !/^[\x20-\x7e]+$/.test(name))
    throw new SettingsError('setting-invalid', 'an application needs a developer and a name in ASCII')
  if (!URL.canParse(redirectUri) || !/^https?:/.test(redirectUri) || redirectUri.includes('#'))
    throw new SettingsError('setting-invalid', `${redirectUri} is no address to send customers back to`)
  const application = nextApplication(world, redirectUri)
  const { clientId, clientSecret } = application
  if (world.behaviour.enforces('hub.usable')) world.applications.push(application)
  world.hub.set(clientId, { clientId, name, redirectUri, owner: developer, sharedWith: [] })
  return { clientId, clientSecret }
}

/** Each registration gives an application of its own. */
function nextApplication({ applications, behaviour }: World, redirectUri: string): RegisteredApplication {
  const last = applications.find(({ role }) => role === 'further')
  return behaviour.enforces('hub.many') || last === undefined ? registerFurther([redirectUri]) : last
}

function regenerate(world: World, developer: string, clientId: string): ShownSecret {
  findVisible(world, developer, clientId)
  const at = world.applications.findIndex((application) => application.clientId === clientId)
  const known = world.applications[at]
  if (known === undefined) throw new SettingsError('setting-invalid', `there is no application ${clientId}`)
  const clientSecret = newSecret()
  world.applications[at] = { ...known, clientSecret, formerSecret: known.clientSecret }
  return { clientId, clientSecret }
}

interface Sharing {
  readonly developer: string
  readonly clientId: string
  readonly teammate: string
}

function share(world: World, { developer, clientId, teammate }: Sharing): void {
  const application = findVisible(world, developer, clientId)
  const sharedWith = [...new Set([...application.sharedWith, teammate])]
  if (world.behaviour.enforces('hub.share')) world.hub.set(clientId, { ...application, sharedWith })
}

function list(world: World, developer: string): ListedApplication[] {
  const seen = [...world.hub.values()].filter(
    (application) => isVisible(application, developer) || !world.behaviour.enforces('hub.private'),
  )
  return world.behaviour.enforces('hub.secret-once') ? seen : seen.map((each) => withSecret(world, each))
}

function withSecret({ applications }: World, listed: ListedApplication): ListedApplication {
  const { clientSecret } = applications.find(({ clientId }) => clientId === listed.clientId) ?? {}
  return { ...listed, clientSecret } as ListedApplication
}

function findVisible({ hub }: World, developer: string, clientId: string): ListedApplication {
  const application = hub.get(clientId)
  if (application === undefined || !isVisible(application, developer))
    throw new SettingsError('setting-invalid', `${developer} has no application ${clientId}`)
  return application
}

function isVisible({ owner, sharedWith }: ListedApplication, developer: string): boolean {
  return owner === developer || sharedWith.includes(developer)
}

function listCatalogue({ contract, behaviour }: World, market: MarketId): CatalogueEntry[] {
  const isListed = behaviour.enforces('hub.catalogue')
  const offered = contract.operations.filter(({ markets }) => markets.includes(market) || !isListed)
  const products = [...new Set(offered.map(({ product }) => product))]
  return products.map((product) => ({
    product,
    operations: offered.filter((operation) => operation.product === product).map(({ id }) => id),
  }))
}
