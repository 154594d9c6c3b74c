import { readTrust } from '../../oauth/trust.ts'
import { type Diagnosis, good } from '../types.ts'

/** The files that settings name hold certificates. */
export const certificateFiles: Diagnosis = {
  title: 'certificate files',
  ofTarget: true,
  stopsRun: true,
  examine: ({ target }) => {
    const { ca, clientCertificate } = readTrust(target)
    const found = [ca && 'an authority', clientCertificate && 'a client certificate with its key']
    return good(found.filter((words) => words !== undefined && words !== '').join(', ') || 'none is named')
  },
}
