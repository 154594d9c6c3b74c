import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { killWriters } from '../tests/self/parked-kills.ts'
import { startNightly } from '../tests/self/parked-nights.ts'

// What the self-tests do in short: 200 kills of writers, and every night of a month.
const kills = 200
const nights = 33

const folder = mkdtempSync(path.join(tmpdir(), 'parked-'))
const report = await killWriters(path.join(folder, 'kills'), kills)
console.log(
  `${report.kills} kills after ${report.steps} steps: ${report.lost.length} lost, ${report.damaged} damaged, ` +
    `${report.unfinished} writes broken off and told`,
)

const nightly = await startNightly(path.join(folder, 'nights'))
for (let night = 0; night < nights; night++) {
  const rows = await nightly.night()
  const states = Object.entries(rows).map(([id, { status }]) => `${id} ${status}`)
  console.log(`night ${night}: ${states.join(', ')}`)
  // Runs of a schedule are never exactly a day apart.
  await nightly.target.sandbox.control.advance({ days: 1, seconds: 30 })
}
await nightly.target.sandbox.close()
rmSync(folder, { recursive: true })
