// Adds up the test totals that the runs left under reports/totals/, for the closing line of CI. The argument is the
// exit code of the run: one that failed in a step without tests, such as lint, counts as one failure.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { argv } from 'node:process'

const folder = 'reports/totals'
const totals = (existsSync(folder) ? readdirSync(folder) : []).map((file) =>
  JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')),
)
const sum = (key) => totals.reduce((total, entry) => total + entry[key], 0)
const failed = Math.max(sum('failed'), argv[2] === '0' && totals.length > 0 ? 0 : 1)
if (sum('skipped') > 0) console.log(`${sum('skipped')} not observed or skipped`)
console.log(`${sum('passed')} passed, ${failed} failed`)
