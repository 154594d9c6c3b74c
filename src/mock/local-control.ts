import { operationById } from '../contract/match.ts'
import { SettingsError } from '../errors.ts'
import type { Control } from './control.ts'
import { defects } from './defects/index.ts'
import { resetWorld, type World } from './world.ts'

/** The control plane of a sandbox in this process. */
export function createControl(world: World): Control {
  const done = Promise.resolve()
  return {
    credentials: () =>
      Promise.resolve({
        applications: world.applications.map(({ role, clientId, clientSecret, redirectUris }) => ({
          role,
          clientId,
          clientSecret,
          redirectUris,
        })),
        customers: world.customers,
      }),
    advance: (span) => (world.clock.advance(span), done),
    reset: () => (resetWorld(world), done),
    setQuota: (callsPerMinute) => (world.quota.refill(callsPerMinute), done),
    switchOn: async (ids) => ids.map(findDefect).forEach((defect) => defect.apply(world.behaviour)),
    withdrawConsents: async (username) => withdrawConsents(world, username),
    failNext: async (operationId) => failNext(world, operationId),
  }
}

function withdrawConsents({ customers, behaviour, grants }: World, username: string): void {
  if (!customers.some((customer) => customer.username === username))
    throw new SettingsError('setting-invalid', `there is no customer ${username}`, {
      fix: `choose from ${customers.map((customer) => customer.username).join(', ')}`,
    })
  if (behaviour.enforces('consent.withdrawal')) grants.endConsents(username)
}

function failNext({ contract, failing }: World, operationId: string): void {
  if (operationById(contract, operationId) === undefined)
    throw new SettingsError('setting-invalid', `no document holds the operation ${operationId}`)
  failing.add(operationId)
}

function findDefect(id: string): (typeof defects)[number] {
  const defect = defects.find((candidate) => candidate.id === id)
  if (defect === undefined)
    throw new SettingsError('setting-invalid', `there is no defect ${id}`, {
      fix: 'list them with `npm run mock -- --defects`',
    })
  return defect
}
