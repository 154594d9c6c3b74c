import { type RequirementId, requirementIds, requirementOf } from '../requirements/index.ts'
import { type Candidate, candidates } from '../requirements/candidates/index.ts'
import { promisesOf } from '../requirements/promises/index.ts'
import { linkOf } from './sources.ts'

/** What shows that a requirement holds, and that it can fail. */
export interface Proving {
  /** Files of checks and tests, below the project. */
  readonly files: readonly string[]
  /** How many defects break it on purpose. */
  readonly defects: number
}

/** Writes the whole registry and the candidates that it came from as one page of Markdown. */
export function requirementsPage(provingOf: (id: RequirementId) => Proving): string {
  return `${[...registry(provingOf), '', ...origin()].join('\n')}\n`
}

function registry(provingOf: (id: RequirementId) => Proving): string[] {
  const excluded = requirementIds.filter((id) => requirementOf(id).excluded !== undefined)
  return [
    '# Requirements',
    '',
    '<!-- Written by `npm run requirements`; a change by hand is lost. -->',
    '',
    `${requirementIds.length} requirements, ${excluded.length} of them excluded with a reason. Each is held against a` +
      ' target by a test, or by a check that sees every exchange of every test, and each is proved by defects: mistakes' +
      ' of a server under which the suite must report exactly it.',
    '',
    'Evidence: `documented` by the bank, `standard` of a standard, `observed` in recorded traffic, `inferred` by us.',
    '',
    table(
      ['id', 'level', 'evidence', 'what it says', 'source', 'proved by', 'defects', 'promises'],
      requirementIds.map((id) => requirementRow(id, provingOf(id))),
    ),
  ]
}

function requirementRow(id: RequirementId, { files, defects }: Proving): string[] {
  const { level, evidence, text, source, excluded } = requirementOf(id)
  const provedBy = excluded === undefined ? files.map(fileLink).join(' ') : `excluded: ${excluded}`
  const promises = [...new Set(promisesOf(id).map((promise) => promise.source))]
  return [
    `\`${id}\``,
    level,
    evidence,
    text,
    sourceLink(source),
    provedBy,
    String(defects),
    promises.join(' '),
  ]
}

function fileLink(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/(\.spec)?\.ts$/, '')
  return `[${name}](../${file})`
}

function sourceLink(source: string): string {
  const link = linkOf(source)
  if (link.startsWith('https:')) return `[${source}](${link})`
  if (!link.startsWith('specs/')) return link
  const [file = '', pointer = ''] = link.split('#')
  const place = pointer.replaceAll('~1', '/').replaceAll('~0', '~')
  return `[${file.slice('specs/'.length)}](../${file})${place && ` \`${place}\``}`
}

function origin(): string[] {
  const count = (fate: Candidate['fate']) => candidates.filter((candidate) => candidate.fate === fate).length
  return [
    '## Candidates',
    '',
    `${candidates.length} candidates came from the standards and from the facts about the bank: ${count('taken')} taken,` +
      ` ${count('merged')} merged into a requirement that came from another one, ${count('set aside')} set aside.`,
    '',
    table(
      ['candidate', 'became', 'requirement or reason'],
      candidates.map(({ id, fate, becomes, reason = '' }) => [
        `\`${id}\``,
        fate,
        becomes === undefined ? reason : `\`${becomes}\``,
      ]),
    ),
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
