import type { Check } from '../check.ts'
import { findStorable } from '../headers.ts'
import { isFormPage } from '../subject.ts'

/** The pages carry a ticket of one login and the customer's choice. */
export const authorizePageNotCached: Check = {
  requirement: 'authorize.page.not-cached',
  appliesTo: isFormPage,
  find: ({ exchange }) => findStorable(exchange),
}
