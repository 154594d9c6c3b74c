import { SuiteBug, SuiteError } from '../errors.ts'
import { diagnoses } from './list.ts'
import type { Patient } from './patient.ts'
import type { Diagnosis } from './types.ts'

/** One line of an examination. */
export interface ExaminedLine {
  readonly title: string
  readonly state: 'good' | 'open' | 'bad' | 'not judged'
  readonly evidence: string
  readonly fix?: string
}

/** Everything that was seen, and the first thing that keeps a run from working. */
export interface Examination {
  readonly lines: readonly ExaminedLine[]
  readonly answer: SuiteError | undefined
}

/** Makes the diagnoses in order; what comes after the first bad one is not judged, since it would follow from it. */
export async function examine(patient: Patient): Promise<Examination> {
  const lines: ExaminedLine[] = []
  let answer: SuiteError | undefined
  for (const diagnosis of diagnoses) {
    const reason = answer === undefined ? reasonToSkip(diagnosis, patient) : 'it would follow from the above'
    const seen =
      reason === undefined ? await look(diagnosis, patient) : { state: 'not judged', evidence: reason }
    if (seen instanceof SuiteError) answer = seen
    lines.push({
      title: diagnosis.title,
      ...(seen instanceof SuiteError ? badLine(seen) : seen),
    } as ExaminedLine)
  }
  return { lines, answer }
}

/** Looks for the first thing that keeps a run from working, and throws it as a SuiteError with one fix. */
export async function preflight(patient: Patient): Promise<void> {
  try {
    for (const diagnosis of diagnoses)
      if (diagnosis.stopsRun && reasonToSkip(diagnosis, patient) === undefined)
        await diagnosis.examine(patient)
  } finally {
    await patient.close()
  }
}

function reasonToSkip({ ofTarget }: Diagnosis, { hasTarget }: Patient): string | undefined {
  return ofTarget && !hasTarget ? 'the embedded sandbox needs none' : undefined
}

async function look(diagnosis: Diagnosis, patient: Patient) {
  try {
    return await diagnosis.examine(patient)
  } catch (error) {
    if (error instanceof SuiteError && !(error instanceof SuiteBug)) return error
    throw error
  }
}

function badLine({ message, fix }: SuiteError): Omit<ExaminedLine, 'title'> {
  return { state: 'bad', evidence: message, ...(fix === undefined ? {} : { fix }) }
}
