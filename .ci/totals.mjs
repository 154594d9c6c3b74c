// Adds up the test totals that the runs left under reports/totals/, for the closing line of CI.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const folder = 'reports/totals'
const totals = (existsSync(folder) ? readdirSync(folder) : []).map((file) =>
  JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')),
)
const sum = (key) => totals.reduce((total, entry) => total + entry[key], 0)
console.log(
  `${sum('passed')} passed, ${totals.length === 0 ? 1 : sum('failed')} failed, ${sum('skipped')} skipped`,
)
