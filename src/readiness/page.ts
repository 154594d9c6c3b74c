import { linkOf } from '../report/sources.ts'
import type { Verdict, VerdictRow } from '../report/verdict.ts'
import { requirementOf } from '../requirements/index.ts'
import type { Decision, Readiness } from './decide.ts'
import type { Trend } from './history.ts'
import { type Html, html } from '../report/html.ts'
import { style } from '../report/style.ts'
import { figuresByArea, findingToSentence, howToObserve, sentenceOf, statusWords } from './text.ts'
import { tracePromises, type TracedPromise } from './traceability.ts'

/** Everything that the page tells. */
export interface ReadinessReport {
  readonly verdict: Verdict
  readonly readiness: Readiness
  readonly trend: Trend
  /** Starts of the earlier runs that the trend rests on. */
  readonly earlier: number
}

const tones: Readonly<Record<Decision, string>> = {
  ready: 'good',
  'ready with deviations': 'unsure',
  'not ready': 'bad',
  'not enough observed': 'unsure',
}

/** Writes the page that somebody reads who decides about production: one file, nothing loaded from elsewhere. */
export function readinessPage(report: ReadinessReport): string {
  const { readiness, verdict, trend } = report
  const title = `Citi conformance: ${readiness.decision}`
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${{ html: style }}
        </style>
      </head>
      <body>
        ${answer(report)}
        <h2>By area</h2>
        ${areas(readiness.deciding)}
        ${section(
          'What was broken',
          readiness.failures.map((row) => failure(row, trend)),
        )}
        ${section('Known deviations', deviations(readiness))}
        ${section('What was not observed', unseen(readiness.notObserved))}
        ${section(
          'Passing again',
          trend.newlyPassing.map((id) => html`<p><code>${id}</code></p>`),
        )}
        <h2>What the documents promise</h2>
        ${promisesTable(tracePromises(verdict))}
      </body>
    </html> `.html
}

function answer({ verdict, readiness, earlier }: ReadinessReport): Html {
  const { target, markets, startedAt, versions, specsHash, totals } = verdict
  const facts: [string, string][] = [
    ['Target', target],
    ['Markets', markets.join(', ')],
    ['Run', `${startedAt.slice(0, 16).replace('T', ' ')} UTC, after ${earlier} earlier ones`],
    ['Evidence', `${totals.tests} tests, ${totals.exchanges} exchanges, ${totals.checks} checks`],
    ['Contract', specsHash],
    [
      'Versions',
      Object.entries(versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(', '),
    ],
  ]
  return html`<h1>May this integration go live?</h1>
    <div class="answer ${tones[readiness.decision]}">
      <strong>${readiness.decision}</strong>
      <ul>
        ${readiness.reasons.map((reason) => html`<li>${reason}</li>`)}
      </ul>
      <dl>
        ${facts.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
    </div>`
}

function areas(rows: readonly VerdictRow[]): Html {
  const lines = figuresByArea(rows).map(({ area, kept, broken, notObserved }) => {
    const total = kept + broken + notObserved
    const part = (tone: string, number: number) =>
      html`<i class="${tone}" style="width:${(number * 100) / total}%"></i>`
    return html`<tr>
      <td>${area}</td>
      <td>
        <div class="bar">${part('good', kept)}${part('bad', broken)}${part('unsure', notObserved)}</div>
      </td>
      <td><span class="tone good">${kept}</span></td>
      <td><span class="tone bad">${broken}</span></td>
      <td><span class="tone unsure">${notObserved}</span></td>
    </tr>`
  })
  return html`<div class="scroll">
    <table>
      <tr>
        <th>Area</th>
        <th></th>
        <th>kept</th>
        <th>broken</th>
        <th>not observed</th>
      </tr>
      ${lines}
    </table>
  </div>`
}

/** A section without content says nothing, so it is left out. */
function section(title: string, content: readonly Html[]): Html {
  return content.length === 0
    ? html``
    : html`<h2>${title}</h2>
        ${content}`
}

function failure(row: VerdictRow, { failingSince }: Trend): Html {
  const [first] = row.findings
  const since = failingSince[row.id]
  return html`<div class="card">
    <h3>${sentenceOf(row)}</h3>
    <p class="soft">
      <code>${row.id}</code> (${row.level}),
      ${linkToSource(row)}${since === undefined ? '' : `, first failed ${since.slice(0, 10)}`}
    </p>
    <ul>
      ${row.findings.slice(0, 5).map((finding) => html`<li>${findingToSentence(finding)}${finding.count > 1 ? ` (${finding.count} times)` : ''}</li>`)}
    </ul>
    ${row.findings.length > 5 ? html`<p class="soft">and ${row.findings.length - 5 + (row.moreFindings ?? 0)} more in verdict.json</p>` : html``}
    ${first?.repeat === undefined ? html`` : html`<pre>${first.repeat}</pre>`}
  </div>`
}

function linkToSource(row: VerdictRow): Html {
  const { source } = requirementOf(row.id)
  const address = linkOf(source)
  return address.startsWith('https://') ? html`<a href="${address}">${source}</a>` : html`${address}`
}

function deviations({ deviations: shown, expired, gone }: Readiness): Html[] {
  return [
    ...shown.map(
      ({ row, accepted }) =>
        html`<div class="card">
          <h3>${sentenceOf(row)}</h3>
          <p class="soft"><code>${row.id}</code>, ${linkToSource(row)}</p>
          <p>${accepted.reason}</p>
          <p class="soft">${accepted.owner} answers for it until ${accepted.until}.</p>
          <ul>
            ${row.findings.slice(0, 3).map((finding) => html`<li>${findingToSentence(finding)}</li>`)}
          </ul>
        </div>`,
    ),
    ...expired.map(
      ({ requirement, until }) =>
        html`<p class="tone bad">
          <code>${requirement}</code> was accepted until ${until}: that day has passed.
        </p>`,
    ),
    ...gone.map(
      ({ requirement }) =>
        html`<p>
          <code>${requirement}</code> is accepted as a deviation and no longer shows one: take it off the
          list.
        </p>`,
    ),
  ]
}

function unseen(rows: readonly VerdictRow[]): Html[] {
  if (rows.length === 0) return []
  const lines = rows.map(
    (row) =>
      html`<tr>
        <td>${sentenceOf(row)}<br /><code class="soft">${row.id}</code></td>
        <td>${row.reason ?? ''}</td>
        <td>${howToObserve(row)}</td>
      </tr>`,
  )
  return [
    html`<div class="scroll">
      <table>
        <tr>
          <th>Promise</th>
          <th>Why</th>
          <th>How to observe it</th>
        </tr>
        ${lines}
      </table>
    </div>`,
  ]
}

function promisesTable(traced: readonly TracedPromise[]): Html {
  const tone = { passed: 'good', failed: 'bad', deviation: 'unsure', 'not-observed': 'unsure', excluded: '' }
  const lines = traced.map(
    ({ promise, rows, result }) =>
      html`<tr>
        <td>${linkOf(promise.source)}</td>
        <td>${promise.says}</td>
        <td>
          ${rows.map(({ id, tests, exchanges }) => html`<div><code>${id}</code> <span class="soft">${tests} tests, ${exchanges} exchanges</span></div>`)}${promise.outside ?? ''}
        </td>
        <td class="${tone[result]}"><span class="tone">${statusWords[result]}</span></td>
      </tr>`,
  )
  return html`<div class="scroll">
    <table>
      <tr>
        <th>Document</th>
        <th>Promise</th>
        <th>Requirements and evidence</th>
        <th>Result</th>
      </tr>
      ${lines}
    </table>
  </div>`
}
