import { operationById } from '../contract/match.ts'
import { SettingsError } from '../errors.ts'
import { markets } from '../markets/index.ts'
import type { Market } from '../markets/types.ts'
import type { Control, HeldCard } from './control.ts'
import { defects } from './defects/index.ts'
import { openPortal } from './hub/portal.ts'
import { resetWorld, type World } from './world.ts'

/** The control plane of a sandbox in this process; `applyBehaviour` brings a changed behaviour down to its port. */
export function createControl(world: World, applyBehaviour: () => Promise<void>): Control {
  return {
    credentials: () =>
      Promise.resolve({
        applications: world.firstApplications.map(({ role, clientId, clientSecret, redirectUris }) => ({
          role,
          clientId,
          clientSecret,
          redirectUris,
        })),
        customers: world.customers.map((customer) => ({
          ...customer,
          cards: cardsOf(world, customer.username),
        })),
      }),
    hub: openPortal(world),
    providers: () => world.trust.credentials(),
    advance: (span) => act(() => world.clock.advance(span)),
    reset: async () => {
      resetWorld(world)
      await applyBehaviour()
    },
    setQuota: (callsPerMinute) => act(() => world.quota.refill(callsPerMinute)),
    switchOn: async (ids) => {
      for (const defect of ids.map(findDefect)) defect.apply(world.behaviour)
      await applyBehaviour()
    },
    withdrawConsents: (username) => act(() => withdrawConsents(world, username)),
    answerNext: (operationId, status) => act(() => decideNext(world, operationId, status)),
  }
}

/** The cards of a customer by market, as their holder knows them. */
function cardsOf({ bank }: World, username: string): Record<string, readonly HeldCard[]> {
  const cardsIn = (market: Market): HeldCard[] =>
    bank.cards
      .of(market, username)
      .map(({ lastFour }) => ({ lastFour, phone: bank.phoneOf(market, username) }))
  return Object.fromEntries(markets.map((market) => [market.id, cardsIn(market)]))
}

/** Does a piece of work as a promise, so that its errors reject it. */
async function act(work: () => void): Promise<void> {
  await Promise.resolve().then(work)
}

function withdrawConsents({ customers, behaviour, grants }: World, username: string): void {
  if (!customers.some((customer) => customer.username === username))
    throw new SettingsError('setting-invalid', `there is no customer ${username}`, {
      fix: `choose from ${customers.map((customer) => customer.username).join(', ')}`,
    })
  if (behaviour.enforces('consent.withdrawal')) grants.endConsents(username)
}

function decideNext({ contract, decided }: World, operationId: string, status = 500): void {
  const operation = operationById(contract, operationId)
  if (operation === undefined)
    throw new SettingsError('setting-invalid', `no document holds the operation ${operationId}`)
  const documented = operation.responses.map((response) => response.status)
  if (!documented.includes(status) && status !== 500)
    throw new SettingsError('setting-invalid', `${operationId} documents no status ${status}`, {
      fix: `choose from ${documented.join(', ')}`,
    })
  decided.set(operationId, status)
}

function findDefect(id: string): (typeof defects)[number] {
  const defect = defects.find((candidate) => candidate.id === id)
  if (defect === undefined)
    throw new SettingsError('setting-invalid', `there is no defect ${id}`, {
      fix: 'list them with `npm run mock -- --defects`',
    })
  return defect
}
