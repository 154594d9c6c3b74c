import { SettingsError } from '../../errors.ts'
import { skewOf, spanToText } from '../../http/server-time.ts'
import { type Diagnosis, good, open } from '../types.ts'

/** Certificates and signed statements tolerate about this much, in seconds. */
const tolerated = 300

/** The clock of this machine and that of the target agree. */
export const clock: Diagnosis = {
  title: 'clock',
  ofTarget: true,
  // Deadlines are judged by the target's own clock, so a run works all the same.
  stopsRun: false,
  examine: async (patient) => {
    const skew = skewOf(await patient.token(patient.market))
    if (skew === undefined) return open('the answer has no Date header', 'compare the clocks by other means')
    if (patient.target.controlUrl !== undefined) return good('virtual: the control plane moves it')
    if (Math.abs(skew) <= tolerated) return good(`${spanToText(Math.abs(skew))} apart`)
    const place = skew > 0 ? 'behind' : 'ahead of'
    throw new SettingsError(
      'clock-wrong',
      `the clock of this machine is ${spanToText(Math.abs(skew))} ${place} that of the target`,
      { fix: 'set the clock by a time service (NTP), or ask who runs the target to do so' },
    )
  },
}
