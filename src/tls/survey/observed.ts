/** What was seen, or why nothing can be said; the second is never a pass. */
export type Observed<T> =
  | { readonly seen: T }
  /** The question was asked and its answer proves nothing. */
  | { readonly unclear: string }
  /** The question does not arise, or nobody gave what it needs. */
  | { readonly notAsked: string }

/** Turns what was seen into something else; the reasons stay. */
export function whenSeen<T, U>(observed: Observed<T>, use: (seen: T) => U): Observed<U> {
  return 'seen' in observed ? { seen: use(observed.seen) } : observed
}
