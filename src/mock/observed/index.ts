import { type Deviation, type DeviationId, deviations } from '../../deviations/index.ts'
import type { Defect } from '../defects/defect.ts'
import { accountImitations } from './accounts.ts'
import { cardImitations } from './cards.ts'
import { gatewayImitations } from './gateway.ts'
import type { Imitation } from './imitation.ts'
import { passwordImitations } from './password.ts'
import { tokenImitations } from './tokens.ts'

/** A deviation that nobody imitates does not compile. */
const imitations: Readonly<Record<DeviationId, Imitation>> = {
  ...gatewayImitations,
  ...tokenImitations,
  ...passwordImitations,
  ...accountImitations,
  ...cardImitations,
}

/** Every observed deviation as a defect: together they make the sandbox answer as the bank's was seen to. */
export const observedDefects: readonly Defect[] = deviations.map(defectOf)

function defectOf({ id, findings }: Deviation): Defect {
  const [breaks, ...alsoBreaks] = [...new Set(findings.map(({ requirement }) => requirement))]
  if (breaks === undefined) throw new Error(`the deviation ${id} explains no finding`)
  return { id, breaks, ...(alsoBreaks.length > 0 ? { alsoBreaks } : {}), ...imitations[id] }
}
