import { hashDocuments } from '../../contract/read.ts'
import { type Diagnosis, good } from '../types.ts'

/** The contract documents are there, and the schemas are derived from this version of them. */
export const documents: Diagnosis = {
  title: 'document version',
  ofTarget: false,
  stopsRun: true,
  examine: (patient) => {
    const { operations } = patient.contract
    return good(`${operations.length} operations, version ${hashDocuments(patient.folders.specs)}`)
  },
}
