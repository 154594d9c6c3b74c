import { codeLabel, openStore } from './parked-ground.ts'

// Parks, claims and settles until it is killed, and tells each step once it has returned.
const [, , folder = '', key] = process.argv
const store = openStore(folder, key)
const tell = (step: string, id: string) => process.stdout.write(`${step} ${id}\n`)

for (let count = 0; ; count++) {
  const { id } = store.park(codeLabel, `secret of ${count}`)
  tell('parked', id)
  if (count % 2 === 0) {
    store.claim(id)
    tell('claimed', id)
    store.settle(id, { result: 'kept', about: 'after', expected: 'refused', actual: 'refused' })
    tell('settled', id)
  }
}
