import { type RequirementId, requirementIds, requirementOf } from '../requirements/index.ts'
import { type Html, html } from './html.ts'
import { type DefectResult, holds, type Proof, proofToText } from './proof.ts'
import { style } from './style.ts'

/** Writes the kill matrix for people, by area and requirement: one file, nothing loaded from elsewhere. */
export function proofPage(proof: Proof): string {
  const stands = holds(proof)
  const [totals = '', ...problems] = proofToText(proof).split('\n')
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Proof of the Citi conformance suite</title>
        <style>
          ${{ html: style }}
        </style>
      </head>
      <body>
        <h1>Can every check fail?</h1>
        <div class="answer ${stands ? 'good' : 'bad'}">
          <strong>${stands ? 'Proved' : 'Not proved'}</strong>
          <ul>
            <li>${totals}</li>
            ${problems.map((problem) => html`<li>${problem.trim()}</li>`)}
          </ul>
          <p>
            Each defect is a mistake that a real server makes. It is switched on in the reference sandbox,
            alone, and the suite must report the requirement that it breaks, and no other one but those named
            beside it.
          </p>
        </div>
        ${areasOf(proof.results).map(([area, rows]) => areaTable(area, rows))}
      </body>
    </html> `.html
}

/** A requirement with the defects that break it. */
interface ProofRow {
  readonly id: RequirementId
  readonly results: readonly DefectResult[]
}

function areasOf(results: readonly DefectResult[]): [string, ProofRow[]][] {
  const rows = requirementIds
    .map((id) => ({ id, results: results.filter(({ breaks }) => breaks === id) }))
    .filter((row) => row.results.length > 0)
  const areas = new Map<string, ProofRow[]>()
  for (const row of rows) {
    const area = row.id.split('.')[0] ?? ''
    areas.set(area, [...(areas.get(area) ?? []), row])
  }
  return [...areas]
}

function areaTable(area: string, rows: readonly ProofRow[]): Html {
  return html`<h2>${area}</h2>
    <div class="scroll">
      <table>
        <tr>
          <th>Requirement</th>
          <th>Defects that break it</th>
          <th>Reported besides</th>
        </tr>
        ${rows.flatMap(requirementRows)}
      </table>
    </div>`
}

function requirementRows({ id, results }: ProofRow): Html[] {
  const { level, text } = requirementOf(id)
  return results.map(
    (result, index) =>
      html`<tr>
        <td>
          ${index === 0 ? html`${text} <span class="soft">${level}</span><br /><code>${id}</code>` : ''}
        </td>
        <td>${outcomeOf(result)}<code>${result.defect}</code></td>
        <td>${besides(result)}</td>
      </tr>`,
  )
}

function outcomeOf({ killed }: DefectResult): Html {
  return killed ? html`<span class="tone good">caught</span> ` : html`<span class="tone bad">survived</span> `
}

function besides({ reported, breaks, falseAlarms }: DefectResult): Html {
  const others = reported.filter((id) => id !== breaks)
  const parts = others.map((id) =>
    falseAlarms.includes(id)
      ? html`<span class="tone bad">false alarm: <code>${id}</code></span
          ><br />`
      : html`<code>${id}</code><br />`,
  )
  return html`${parts}`
}
