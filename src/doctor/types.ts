import type { Patient } from './patient.ts'

/** What a diagnosis saw where nothing keeps a run from working. */
export interface Sign {
  /** `open`: a run works, but will not observe everything. */
  readonly state: 'good' | 'open'
  /** What was seen, in a few words, without secrets. */
  readonly evidence: string
  /** What would close what is open. */
  readonly fix?: string
}

/** One thing that can keep a run from working. */
export interface Diagnosis {
  /** Two or three words. */
  readonly title: string
  /** Whether it is about a target; the embedded sandbox needs none of these. */
  readonly ofTarget: boolean
  /** Whether the preflight of a run makes it too: it costs no call that a run would not make. */
  readonly stopsRun: boolean
  /** Looks at the patient; SuiteError when a run could not work, with the evidence as message and one fix. */
  examine(patient: Patient): Promise<Sign> | Sign
}

/** A sign that all is well. */
export function good(evidence: string): Sign {
  return { state: 'good', evidence }
}

/** A sign that a run works, but leaves something unobserved. */
export function open(evidence: string, fix: string): Sign {
  return { state: 'open', evidence, fix }
}
