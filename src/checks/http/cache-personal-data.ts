import type { Check } from '../check.ts'
import { findStorable } from '../headers.ts'
import { isPersonal } from '../subject.ts'

/** Private is not enough: it lets the cache of a shared browser keep the data. */
export const httpCachePersonalData: Check = {
  requirement: 'http.cache.personal-data',
  appliesTo: isPersonal,
  find: ({ exchange }) => findStorable(exchange),
}
