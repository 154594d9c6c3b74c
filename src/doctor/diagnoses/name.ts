import { isIP } from 'node:net'
import { lookUp, placeOf } from '../connect.ts'
import { type Diagnosis, good } from '../types.ts'

/** The host name resolves. */
export const name: Diagnosis = {
  title: 'name (DNS)',
  ofTarget: true,
  stopsRun: false,
  examine: async ({ target }) => {
    const { host } = placeOf(target)
    return good(
      isIP(host) === 0 ? `${host} is ${(await lookUp(target)).join(', ')}` : `${host} is an address`,
    )
  },
}
