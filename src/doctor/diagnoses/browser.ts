import { launchChromium, noChromium } from '../../testing/chromium.ts'
import { type Diagnosis, good, open } from '../types.ts'

/** A Chromium starts. */
export const browser: Diagnosis = {
  title: 'browser',
  ofTarget: false,
  // Without one a single test is not observed.
  stopsRun: false,
  examine: async () => {
    const [words, fix = ''] = noChromium.split(': ')
    const launched = await launchChromium().catch((error: unknown) =>
      String((error as Error).message.split('\n')[0]),
    )
    if (launched === undefined) return open(words ?? '', fix)
    if (typeof launched === 'string') return open(`Chromium does not start (${launched})`, fix)
    const version = launched.version()
    await launched.close()
    return good(`Chromium ${version}`)
  },
}
