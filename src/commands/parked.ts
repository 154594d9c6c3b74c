import path from 'node:path'
import { newParkedKey, readParkedKey } from '../parked/key.ts'
import { ParkedStore } from '../parked/store.ts'
import { parkedToText } from '../parked/text.ts'
import { environment } from '../settings.ts'
import { readParkedSettings } from '../token-settings.ts'
import { parseArguments, refuseRest } from './arguments.ts'
import { root } from './project.ts'
import { runCommand } from './run.ts'

const usage = `Usage: npm run parked [-- options]

Lists the tokens that runs have parked to prove their expiry, and when each matures. It shows no secret.

  --new-key  prints a new key for CITI_PARKED_KEY
  --tidy     removes what has been tried, and what was never finished
  --help     this text`

await runCommand((args) => {
  const parsed = parseArguments(args, { values: [], switches: ['new-key', 'tidy', 'help'] })
  refuseRest(parsed)
  const { options } = parsed
  if (options['help'] !== undefined) console.log(usage)
  else if (options['new-key'] !== undefined) console.log(newParkedKey())
  else if (options['tidy'] !== undefined) console.log(`${openStore().tidy()} removed`)
  else list()
  return 0
})

function list(): void {
  const store = openStore()
  console.log(parkedToText(store.list(), store.folder, new Date()))
}

function openStore(): ParkedStore {
  const { folder, key } = readParkedSettings(environment(root))
  return new ParkedStore(path.resolve(root, folder), key === undefined ? undefined : readParkedKey(key))
}
