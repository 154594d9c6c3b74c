import type {
  CatalogueEntry,
  DeveloperHub,
  ListedApplication,
  ShownSecret,
} from '../mock/hub/developer-hub.ts'

type Send = (method: 'GET' | 'POST', path: string, body?: object) => Promise<unknown>

/** Speaks to the portal on the control plane of a sandbox in another process. */
export function connectHub(send: Send): DeveloperHub {
  return {
    register: async (request) => (await send('POST', '/hub/applications', request)) as ShownSecret,
    regenerate: async (developer, clientId) =>
      (await send('POST', '/hub/secret', { developer, clientId })) as ShownSecret,
    share: async (developer, clientId, teammate) => {
      await send('POST', '/hub/team', { developer, clientId, teammate })
    },
    list: async (developer) =>
      (await send(
        'GET',
        `/hub/applications?developer=${encodeURIComponent(developer)}`,
      )) as ListedApplication[],
    catalogue: async (market) => (await send('GET', `/hub/catalogue?market=${market}`)) as CatalogueEntry[],
  }
}
