import { judgeSurvey, type SurveyRow } from '../src/tls/survey/judge-survey.ts'
import { now } from '../tests/self/tls/forge.ts'
import { type Identities, makeIdentities } from '../tests/self/tls/identities.ts'
import { Lab, whyMissing } from '../tests/self/tls/lab.ts'
import { matrix, type MatrixServer } from '../tests/self/tls/matrix.ts'
import { surveyPlace } from '../tests/self/tls/survey-place.ts'

/**
 * Surveys each server of the lab again and again, by the Node that runs this, and tells whether every survey said the
 * same and missed nothing. Arguments: how often (1 unless given), and the ids of servers (all unless given).
 */
const [runs = '1', ...ids] = process.argv.slice(2)
const identities = await makeIdentities()
const servers = matrix.filter(
  ({ id, needs }) => isWanted(id) && (needs === undefined || whyMissing(needs) === undefined),
)
let faults = 0
for (const server of servers) {
  const found = await repeat(server, identities)
  const isRight = found.size === 1 && found.has(server.breaks.toSorted().join(', '))
  if (!isRight) faults++
  console.log(
    `${isRight ? 'right' : 'WRONG'} ${server.id}: ${[...found].map(([said, count]) => `${count} × [${said}]`).join('; ')}`,
  )
}
console.log(
  `Node ${process.version}: ${servers.length} servers, ${runs} surveys each, ${faults} wrong or not identical`,
)
process.exitCode = faults === 0 ? 0 : 1

/** Counts what the surveys of a server said; one entry when they are identical. */
async function repeat(server: MatrixServer, made: Identities): Promise<Map<string, number>> {
  const lab = new Lab()
  const found = new Map<string, number>()
  const whole = new Set<string>()
  const place = await server.start(lab, made)
  for (let run = 0; run < Number(runs); run++) {
    const rows = judgeSurvey(await surveyPlace(place, made, server), now)
    whole.add(JSON.stringify(rows))
    const said = failedOf(rows)
    found.set(said, (found.get(said) ?? 0) + 1)
  }
  await lab.close()
  if (whole.size > 1) found.set(`rows differ: ${whole.size} kinds`, 0)
  return found
}

function failedOf(rows: readonly SurveyRow[]): string {
  const failed = rows.filter(({ status }) => status === 'failed').map(({ rule }) => rule)
  return failed.toSorted().join(', ')
}

function isWanted(id: string): boolean {
  return ids.length === 0 || ids.includes(id)
}
