import type { DefectRow } from './collect.ts'
import { cellOf, type PeerTotals, totalsOf, usedMs } from './comparison.ts'
import type { OwnRun } from './own.ts'
import type { Peer } from './peer.ts'
import { fairness, peerRemarks, repeat, setup } from './remarks.ts'
import type { PeerRuns } from './result.ts'

/** Everything that the page tells. */
export interface PageData {
  readonly rows: readonly DefectRow[]
  readonly own: OwnRun
  readonly peers: readonly Pick<Peer, 'id' | 'name'>[]
  readonly runs: readonly PeerRuns[]
  /** Why a peer could not be installed. */
  readonly missing: Readonly<Partial<Record<Peer['id'], string>>>
  readonly versions: Readonly<Record<Peer['id'], string>>
  readonly seed: string
  /** How many defects there are to choose from. */
  readonly all: number
  /** Node, cores and day, as they were. */
  readonly where: string
}

/** How the suite of this project is called in tables. */
export const ownName = 'This suite'

/** Writes the page of the comparison. */
export function pageOf(data: PageData): string {
  const { rows, seed, all, where } = data
  return [
    '# Other tools on the same defects',
    '',
    `Written by \`npm run bench:peers\` (${where}). ${rows.length} of the ${all} named defects, chosen at random by the seed \`${seed}\`, are switched on in the reference sandbox one by one, and each tool is asked what is wrong.`,
    '',
    ...summaryOf(data),
    '',
    ...unfinished(data),
    ...setup,
    '',
    '## The honest sandbox',
    '',
    ...data.peers.flatMap((peer) => honestOf(data, peer)),
    ...fairness,
    '',
    '## Defect by defect',
    '',
    ...tableOf(data),
    '',
    ...repeat,
    '',
  ].join('\n')
}

function summaryOf(data: PageData): string[] {
  const { rows, own, peers, runs, missing, versions } = data
  const ownAlarms = own.results.reduce((sum, { falseAlarms }) => sum + falseAlarms, 0)
  return [
    '| tool | version | caught | a run, median | all runs | false alarms |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
    `| ${ownName} | | ${own.results.filter(({ caught }) => caught).length} of ${rows.length} | ${seconds(usedMs(own) / rows.length)} | ${seconds(usedMs(own))} | ${ownAlarms} |`,
    ...peers.map(({ id, name }) => {
      const reason = missing[id]
      if (reason !== undefined) return `| ${name} | ${versions[id]} | not run: ${escaped(reason)} | | | |`
      const totals = totalsOf(rows, id, runs)
      return `| ${name} | ${versions[id]} | ${totals.caught} of ${totals.tried} | ${seconds(totals.medianMs)} | ${seconds(totals.totalMs)} for ${totals.runs} | ${sum(totals)} |`
    }),
  ]
}

/** Says so when an interrupted run of the bench has not come to the end yet. */
function unfinished({ rows, peers, runs, missing }: PageData): string[] {
  const isWhole = ({ id }: Pick<Peer, 'id'>) =>
    missing[id] !== undefined || totalsOf(rows, id, runs).tried === rows.length
  if (peers.every(isWhole)) return []
  return [
    '**Not finished:** where a figure is of fewer defects, the others have not been run yet; `npm run bench:peers` goes on.',
    '',
  ]
}

function honestOf({ rows, runs }: PageData, { id, name }: Pick<Peer, 'id' | 'name'>): string[] {
  const { falseAlarms } = totalsOf(rows, id, runs)
  const kinds = [...falseAlarms].slice(0, mostKinds)
  const rest = falseAlarms.size - kinds.length
  return [
    `**${name}.** ${peerRemarks[id]}`,
    '',
    ...(kinds.length === 0
      ? ['- nothing reported']
      : kinds.map(([kind, count]) => `- ${count} × \`${shortened(kind)}\``)),
    ...(rest > 0 ? [`- ${rest} more kinds`] : []),
    '',
  ]
}

const mostKinds = 8

function tableOf({ rows, peers, runs }: PageData): string[] {
  return [
    `| defect | breaks | where peers looked | ${ownName} | ${peers.map(({ name }) => name).join(' | ')} |`,
    `| --- | --- | --- | --- | ${peers.map(() => '---').join(' | ')} |`,
    ...rows.map((row) => {
      const places = row.places.map(({ product, market }) => `${product} (${market})`).join(', ')
      const cells = peers.map(({ id }) => marks[cellOf(row, id, runs).state])
      return `| \`${row.defect.id}\` | \`${row.defect.breaks}\` | ${places} | ${marks[row.own.caught ? 'caught' : 'missed']} | ${cells.join(' | ')} |`
    }),
  ]
}

const marks = { caught: '**caught**', missed: '–', 'time over': 'time over', 'not run': 'not run' } as const

function sum({ falseAlarms }: PeerTotals): number {
  return [...falseAlarms.values()].reduce((total, count) => total + count, 0)
}

function seconds(ms: number): string {
  return ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`
}

function shortened(text: string): string {
  const plain = text.replaceAll('`', "'")
  return plain.length > 160 ? `${plain.slice(0, 160)}…` : plain
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|')
}
