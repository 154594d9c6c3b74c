import { checks } from '../checks/index.ts'
import { SettingsError } from '../errors.ts'
import { defects } from '../mock/defects/index.ts'
import { linkOf } from '../report/sources.ts'
import { isRequirementId, type RequirementId, requirementIds, requirementOf } from '../requirements/index.ts'
import { promisesOf } from '../requirements/promises/index.ts'
import { whyItMatters } from '../requirements/why.ts'
import { parseArguments } from './arguments.ts'
import { deviationsFrom, explainDeviation, findDeviation } from './explain-deviation.ts'
import { testFilesOf } from './proving-tests.ts'
import { runCommand } from './run.ts'

const usage = `Usage: npm run explain -- <id>

Tells all about a requirement: what it says, where it stands, why it matters, what checks and tests it, which defects
prove it, and how to run it; or about an observed deviation. Without an id it lists all requirements.`

await runCommand((args) => {
  const { options, rest } = parseArguments(args, { values: [], switches: ['help'] })
  const [id] = rest
  if (options['help'] !== undefined) console.log(usage)
  else if (id === undefined)
    console.log(requirementIds.map((each) => `${each}  ${requirementOf(each).text}`).join('\n'))
  else {
    const deviation = findDeviation(id)
    console.log(deviation === undefined ? explain(known(id)) : explainDeviation(deviation))
  }
  return 0
})

/** Returns the id of a requirement; SettingsError names the nearest ones when it is none. */
function known(word: string): RequirementId {
  if (isRequirementId(word)) return word
  const near = [
    ...requirementIds.filter((id) => id.startsWith(word)),
    ...requirementIds.filter((id) => id.includes(word.split('.').at(-1) ?? word)),
  ]
  throw new SettingsError('setting-invalid', `there is no requirement ${word}`, {
    fix:
      near.length > 0
        ? `perhaps ${[...new Set(near)].slice(0, 5).join(', ')}`
        : 'list them with `npm run explain`',
  })
}

function explain(id: RequirementId): string {
  const { level, text, source, evidence, excluded } = requirementOf(id)
  const files = testFilesOf(id)
  const grep = files.length > 0 ? ` --grep @${id}` : ''
  const broken = defects.filter(({ breaks, alsoBreaks }) => breaks === id || alsoBreaks?.includes(id))
  const rows: [name: string, lines: readonly string[]][] = [
    ['says', [text]],
    ['level', [`${level}, ${evidence}`]],
    ['source', [linkOf(source)]],
    ['promised by', promisesOf(id).map(({ source: promise, says }) => `${promise}: ${says}`)],
    ['matters', [whyItMatters(id)]],
    ['excluded', excluded === undefined ? [] : [excluded]],
    [
      'checks',
      checks.filter(({ requirement }) => requirement === id).map(() => `every exchange it applies to`),
    ],
    ['tests', files],
    [
      'defects',
      broken.map((defect) => (defect.breaks === id ? defect.id : `${defect.id} (besides ${defect.breaks})`)),
    ],
    ['deviations', deviationsFrom(id)],
    ['run it', excluded === undefined ? [`npm run conformance${grep && ` --${grep}`}`] : []],
    ['see it fail', firstProof(id, grep)],
  ]
  const written = rows
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => `  ${name.padEnd(12)}${lines.join(`\n${' '.repeat(14)}`)}`)
  return [id, ...written].join('\n')
}

function firstProof(id: RequirementId, grep: string): string[] {
  const defect = defects.find(({ breaks }) => breaks === id)
  if (defect === undefined) return []
  return [`CITI_DEFECTS=${defect.id} npm run conformance -- --market ${defect.market ?? 'in'}${grep}`]
}
