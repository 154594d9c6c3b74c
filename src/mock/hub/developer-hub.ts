import type { MarketId } from '../../markets/types.ts'

/** What a developer says when registering an application. */
export interface ApplicationRequest {
  /** Who registers: the user id of a developer. */
  readonly developer: string
  readonly name: string
  readonly redirectUri: string
}

/** An application as the portal lists it. */
export interface ListedApplication {
  readonly clientId: string
  readonly name: string
  readonly redirectUri: string
  readonly owner: string
  readonly sharedWith: readonly string[]
}

/** An application with its secret, which the portal shows once. */
export interface ShownSecret {
  readonly clientId: string
  readonly clientSecret: string
}

/** One product of the catalogue with the operations that a market offers. */
export interface CatalogueEntry {
  readonly product: string
  readonly operations: readonly string[]
}

/** What developers do in the portal; a live target has it for people only. */
export interface DeveloperHub {
  /** Registers an application and shows its secret. */
  register(request: ApplicationRequest): Promise<ShownSecret>
  /** Gives an application another secret and shows it; the old one is dead from now on. */
  regenerate(developer: string, clientId: string): Promise<ShownSecret>
  /** Lets a teammate see an application. */
  share(developer: string, clientId: string, teammate: string): Promise<void>
  /** Lists the applications that a developer registered or was let see. */
  list(developer: string): Promise<readonly ListedApplication[]>
  /** Lists what a market offers, product by product. */
  catalogue(market: MarketId): Promise<readonly CatalogueEntry[]>
}
