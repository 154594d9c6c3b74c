import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

// eslint-disable-next-line no-restricted-properties -- Allure's own process, which has no settings of ours
const reports = path.resolve(import.meta.dirname, process.env.CITI_REPORTS || 'reports')

/** The verdict of the run that is reported, for the figures on the first page; absent when the run gave none. */
const file = path.join(reports, 'verdict.json')
const verdict = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined

/** Each market of the run is an environment of the report. */
const environments = Object.fromEntries(
  (verdict?.markets ?? []).map((id) => [
    id,
    {
      name: id,
      matcher: ({ labels }) => labels.some(({ name, value }) => name === 'tag' && value === id),
    },
  ]),
)

const unsuccessful = ['failed', 'broken']

export default {
  name: 'Citi conformance',
  output: path.join(reports, 'allure'),
  resultsDir: path.join(reports, 'allure-results'),
  environments,
  // Earlier runs, so that each test tells since when it fails; a report of one run costs nothing to keep.
  historyPath: path.join(reports, 'allure-history.jsonl'),
  historyLimit: 50,
  // What Playwright's file names and machines add says nothing about the target.
  hideLabels: ['language', 'framework', 'package', 'titlePath', 'host', 'thread', 'parentSuite'],
  variables: verdict === undefined ? {} : describe(verdict),
  categories: {
    // The first rule that matches decides.
    rules: [
      {
        name: 'Contract violation',
        matchers: { statuses: unsuccessful, message: /^(Error: )?[a-z][a-z0-9.-]+ \(MUST\): / },
        groupBy: [{ label: 'story' }],
      },
      {
        name: 'Drift and advice',
        matchers: [
          { statuses: unsuccessful, message: /^(Error: )?[a-z][a-z0-9.-]+ \((SHOULD|MAY)\): / },
          { labels: { tag: 'worth-a-look' } },
        ],
        groupBy: [{ label: 'story' }],
      },
      {
        name: 'Target unreachable',
        matchers: { statuses: unsuccessful, message: /^TransportError: / },
        groupByMessage: true,
      },
      {
        name: 'Not observed',
        matchers: { statuses: ['skipped'], message: /^not observed: / },
        groupByMessage: true,
      },
      { name: 'Suite error', matchers: { statuses: unsuccessful }, groupByMessage: true },
    ],
  },
  plugins: {
    awesome: {
      // One file opens by a double click; a folder needs a server and takes longer to write.
      options: { singleFile: true, reportLanguage: 'en', groupBy: ['epic', 'feature', 'story'] },
    },
  },
}

function describe({ conclusion, target, markets, startedAt, strict, specsHash, versions }) {
  return {
    conclusion,
    target,
    markets: markets.join(', '),
    started: startedAt,
    strict: String(strict),
    contract: specsHash,
    ...versions,
  }
}
