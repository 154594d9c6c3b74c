import { connectOnce, placeOf } from '../connect.ts'
import { type Diagnosis, good } from '../types.ts'

/** Something listens on the port. */
export const port: Diagnosis = {
  title: 'port (TCP)',
  ofTarget: true,
  stopsRun: false,
  examine: async ({ target }) => {
    const startedAt = performance.now()
    await connectOnce(target)
    return good(`${placeOf(target).port} open in ${Math.round(performance.now() - startedAt)} ms`)
  },
}
