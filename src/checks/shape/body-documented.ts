import { evidenceOf, findViolations, hasComparableBody, isErrorModelCall } from '../body.ts'
import type { Check } from '../check.ts'

/** Refusals of resources are judged as errors. */
export const shapeBodyDocumented: Check = {
  requirement: 'shape.body.documented',
  appliesTo: (subject) =>
    hasComparableBody(subject) && evidenceOf(subject) !== 'inferred' && !isErrorModelCall(subject),
  find: findViolations,
}
