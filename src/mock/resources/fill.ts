type Fields = Readonly<Record<string, unknown>>

/**
 * Puts state over a sample. A field of the sample keeps its example where the state says nothing, takes the
 * state's value where it has one, and goes where the state says undefined. State that the sample has no field
 * for is left out, so that no answer shows what its document does not know. Each item of a list is put over
 * the sample's first item.
 */
export function fill(sample: unknown, state: unknown): unknown {
  if (Array.isArray(sample) && Array.isArray(state)) return state.map((item) => fill(sample[0], item))
  if (!isFields(sample) || !isFields(state)) return state
  const entries = Object.entries(sample)
    .filter(([name]) => !(Object.hasOwn(state, name) && state[name] === undefined))
    .map(([name, example]) => [name, Object.hasOwn(state, name) ? fill(example, state[name]) : example])
  return Object.fromEntries(entries) as Fields
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
