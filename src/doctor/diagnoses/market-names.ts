import { type Diagnosis, good } from '../types.ts'

/** CITI_MARKET names markets of the suite. */
export const marketNames: Diagnosis = {
  title: 'market names',
  ofTarget: false,
  stopsRun: true,
  examine: ({ markets }) => good(markets.map(({ id }) => id).join(', ')),
}
