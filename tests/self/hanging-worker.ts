import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { SharedKeeper } from '../../src/budget/shared-remote.ts'

/** A worker that is killed while it makes what others wait for: it tells when it has begun, and never ends. */
const [url = '', key = ''] = process.argv.slice(2)
const hour = 3_600_000

await new SharedKeeper(url, () => undefined).get(key, async () => {
  process.stdout.write('making\n')
  await setTimeout(hour)
  return { value: 'never' }
})
