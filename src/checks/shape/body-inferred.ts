import { evidenceOf, findViolations, hasComparableBody } from '../body.ts'
import type { Check } from '../check.ts'

/** The same comparison where the schema is our conclusion. */
export const shapeBodyInferred: Check = {
  requirement: 'shape.body.inferred',
  appliesTo: (subject) => hasComparableBody(subject) && evidenceOf(subject) === 'inferred',
  find: findViolations,
}
