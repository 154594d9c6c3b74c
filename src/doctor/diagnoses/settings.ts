import { readParkedKey } from '../../parked/key.ts'
import { readSettings, refuseUnknownSettings, settingNames } from '../../settings.ts'
import { readParkedSettings } from '../../token-settings.ts'
import { type Diagnosis, good } from '../types.ts'

/** Every setting has a name that is known and a value of its form. */
export const settings: Diagnosis = {
  title: 'settings',
  ofTarget: false,
  stopsRun: true,
  examine: (patient) => {
    if (patient.folder !== undefined) refuseUnknownSettings(patient.folder)
    readSettings(patient.env)
    const { key } = readParkedSettings(patient.env)
    if (key !== undefined) readParkedKey(key)
    const given = settingNames.filter((name) => (patient.env[name] ?? '') !== '')
    return good(given.length === 0 ? 'none is set' : `${given.length} set, all well-formed`)
  },
}
