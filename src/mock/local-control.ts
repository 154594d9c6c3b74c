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
    setQuota: (callsPerMinute = 60) => {
      world.quota.limit = callsPerMinute
      world.quota.refill()
      return done
    },
    switchOn: async (ids) => ids.forEach((id) => findDefect(id).apply(world.behaviour)),
    withdrawConsents: (username) => {
      if (world.behaviour.enforces('consent.withdrawal')) world.grants.endConsents(username)
      return done
    },
    failNext: (operationId) => (world.failing.add(operationId), done),
  }
}

function findDefect(id: string): (typeof defects)[number] {
  const defect = defects.find((candidate) => candidate.id === id)
  if (defect === undefined)
    throw new SettingsError('setting-invalid', `there is no defect ${id}`, {
      fix: 'list them with `npm run mock -- --defects`',
    })
  return defect
}
