'use strict'

// What Dredd runs around each transaction: the requests that the calls beside this file hold, and the failures
// written where the bench reads them.
const fs = require('node:fs')
const hooks = require('hooks')

const variants = JSON.parse(fs.readFileSync('variants.json', 'utf8'))
const failures = []

hooks.beforeEach((transaction) => {
  const [template] = transaction.name.split(' > ')
  const variant = variants.find(
    (one) =>
      one.template === template &&
      one.method === transaction.request.method &&
      String(one.status) === String(transaction.expected.statusCode) &&
      !one.isTaken,
  )
  if (variant === undefined) {
    transaction.skip = true
    return
  }
  variant.isTaken = true
  transaction.fullPath = variant.fullPath
  transaction.request.headers = { ...variant.headers }
  transaction.request.body = variant.body ?? ''
  expectDocumented(transaction.expected, variant)
})

// Dredd takes an example for the only right answer: every field and header of it must come. What the document says
// is its schema and which headers are required.
function expectDocumented(expected, { schema, requiredHeaders }) {
  if (schema !== undefined) {
    delete expected.body
    expected.bodySchema = JSON.stringify(schema)
  }
  const wanted = ([name]) =>
    name.toLowerCase() === 'content-type' || requiredHeaders.includes(name.toLowerCase())
  expected.headers = Object.fromEntries(Object.entries(expected.headers ?? {}).filter(wanted))
}

hooks.afterEach((transaction) => {
  const { test, results, request } = transaction
  if (transaction.skip || test?.status === 'pass') return
  const fields = Object.entries(results?.fields ?? {})
  const messages = fields.flatMap(([field, { errors }]) =>
    errors.map(({ message }) => `${field}: ${message}`),
  )
  const name = `${request.method} ${transaction.name}`
  for (const message of messages.length > 0 ? messages : [test?.message ?? 'no answer'])
    failures.push(`${name}: ${message}`)
})

// Dredd calls hooks by the number of their parameters, and one without any never.
hooks.afterAll((_transactions) => {
  fs.writeFileSync('failures.json', JSON.stringify(failures))
})
