import { readTokenPair } from '../../oauth/application.ts'
import { refuseAnswer } from '../../oauth/refused-answer.ts'
import { throwIfRefused } from '../first-answer.ts'
import { type Diagnosis, good } from '../types.ts'

/** Every market of the run has a token path, and gives tokens. */
export const marketPaths: Diagnosis = {
  title: 'market paths',
  ofTarget: true,
  stopsRun: true,
  examine: async (patient) => {
    const [first, ...others] = patient.markets
    throwIfRefused(patient, await patient.token(patient.market), ['market-refused'])
    for (const market of others) {
      const reply = await patient.token(market)
      if (readTokenPair(reply) === undefined) throw refuseAnswer(reply, market, patient.target.baseUrl)
    }
    return good([first, ...others].map((market) => market?.name).join(', '))
  },
}
