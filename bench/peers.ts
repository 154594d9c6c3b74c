import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { format, resolveConfig } from 'prettier'
import { parseArguments, refuseRest } from '../src/commands/arguments.ts'
import { runCommand } from '../src/commands/run.ts'
import { defects } from '../src/mock/defects/index.ts'
import { contract } from '../src/testing/contract.ts'
import { choose } from './peers/choice.ts'
import { collect, countRuns } from './peers/collect.ts'
import { dredd } from './peers/dredd.ts'
import { root } from './peers/folders.ts'
import { installPeers, versions } from './peers/install.ts'
import { runOwn } from './peers/own.ts'
import { pageOf } from './peers/page.ts'
import { placesOf } from './peers/places.ts'
import { portman } from './peers/portman.ts'
import { prism } from './peers/prism.ts'
import { runsTold } from './peers/progress.ts'
import { keptRun, type Run } from './peers/run.ts'
import { schemathesis } from './peers/schemathesis.ts'
import { forgetAll } from './peers/store.ts'

/** How many defects are tried, and what chooses them. */
const count = 60
const seed = '2026'

const usage = `Usage: npm run bench:peers [-- --fresh | --report]

Tries other tools on ${count} defects, chosen at random with a fixed seed, and writes bench/peers.md. Needs Python 3 and
the package registries once; everything else happens on this machine. What is finished is kept in bench/.peers, so that
an interrupted run goes on.
  --fresh    forgets the results of earlier runs
  --report   writes the page from the results that there are, and runs nothing more`

await runCommand(async (args) => {
  const parsed = parseArguments(args, { values: [], switches: ['fresh', 'report', 'help'] })
  refuseRest(parsed)
  if (parsed.options['help'] !== undefined) {
    console.log(usage)
    return 0
  }
  if (parsed.options['fresh'] !== undefined) forgetAll()
  await compare(parsed.options['report'] !== undefined)
  return 0
})

async function compare(isReport: boolean): Promise<void> {
  const missing = await installPeers()
  const chosen = choose(defects, count, seed)
  const own = await runOwn(chosen.map(({ id }) => id))
  const rows = chosen.map((defect) => {
    const result = own.results.find((one) => one.defect === defect.id)
    if (result === undefined) throw new Error(`the suite ran no test under ${defect.id}`)
    return { defect, own: result, places: placesOf(defect, result, contract) }
  })
  const peers = [schemathesis, dredd, portman, prism]
  // The slowest last, so that an interrupted run has most to show.
  const able = peers.filter(({ id }) => missing[id] === undefined).toReversed()
  const work = isReport ? (run: Run) => Promise.resolve(keptRun(run)) : runsTold(countRuns(rows, able))
  const runs = await collect(rows, able, work)
  const where = `Node ${process.versions.node}, ${availableParallelism()} cores, ${new Date().toISOString().slice(0, 10)}`
  const page = pageOf({
    ...{ rows, own, peers, runs, missing, seed, where },
    versions: versions(),
    all: defects.length,
  })
  const file = path.join(root, 'bench', 'peers.md')
  writeFileSync(file, await format(page, { ...(await resolveConfig(file)), parser: 'markdown' }))
  console.log(`written: ${path.relative(root, file)}`)
}
