import { findUndocumentedFields, hasComparableBody } from '../body.ts'
import type { Check } from '../check.ts'
import { hasBody } from '../subject.ts'

/** Judges every body that has a schema, errors and conclusions included: a new field is drift anywhere. */
export const shapeBodyUndocumentedField: Check = {
  requirement: 'shape.body.undocumented-field',
  appliesTo: (subject) => hasComparableBody(subject) && hasBody(subject.exchange),
  find: findUndocumentedFields,
}
