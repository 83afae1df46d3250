import { type Comparison } from './comparison.js'
import { type MapFigures, type ReleaseFigures } from './figures.js'
import { changedAnything, type ImportReport, type TableReport } from './import-report.js'
import { kindWords, type PublicationKind } from './official-kind.js'
import { type FileProblem } from './table.js'

const number = (value: number) => value.toLocaleString('en-GB')

/** A number of things in words: `1 network`, `1,298 networks`. */
function counted(value: number, one: string, more = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : more}`
}

/** A problem, with where it is. */
export function problemWords({ file, row, column, reason }: FileProblem): string {
  return `${file}${row === null ? '' : `, row ${number(row)}`}${column === null ? '' : `, column ${column}`}: ${reason}`
}

/** What an import did, a line for each thing. `examples` is how many practices of a disagreement are named. */
export function importWords(report: ImportReport, examples: number): string[] {
  const { recorded, superseded } = report.commissioners
  const commissioners =
    recorded + superseded === 0 ? [] : [`commissioners of networks: ${number(recorded)} recorded, ${number(superseded)} no longer standing`]
  return [
    ...report.tables.flatMap(tableWords),
    ...commissioners,
    ...report.comparisons.flatMap((comparison) => comparisonWords(comparison, examples)),
    changedAnything(report) ? 'Done.' : 'Done: nothing changed, all of it was known.',
  ]
}

function tableWords({ file, kind, day, isDayAssumed, read, skipped, notes, ...report }: TableReport): string[] {
  const counts = (['added', 'changed', 'closed', 'withdrawn'] as const).flatMap((what) =>
    report[what] > 0 ? [`${number(report[what])} ${what}`] : [],
  )
  const done = [...counts, ...(report.same > 0 ? [`${number(report.same)} as before`] : [])]
  const dated = dateless.includes(kind) ? '' : ` of ${day}${isDayAssumed ? ' (today: nothing says of which day it is)' : ''}`
  return [
    `${file}`,
    `  ${kindWords[kind]}${dated}: ${counted(read, 'row')} read${done.length > 0 ? `; ${done.join(', ')}` : ''}`,
    ...skipped.map(({ why, rows }) => `  ${number(rows)} skipped: ${why}`),
    ...notes.map((note) => `  note: ${note}`),
  ]
}

/** Kinds whose rows carry days of their own, or none that matters. */
const dateless: readonly PublicationKind[] = ['RESULTS', 'DEPRIVATION']

/** Where a practice map and ODS disagree. */
export function comparisonWords({ onDay, elsewhere, onlyOds, onlyMap }: Comparison, examples: number): string[] {
  if (elsewhere.length + onlyOds.length + onlyMap.length === 0) return [`practice map of ${onDay}: agrees with ODS on every practice`]
  const some = (texts: readonly string[]) => {
    const shown = texts.slice(0, examples).join(', ')
    return shown === '' ? '' : ` (${shown}${texts.length > examples ? ', …' : ''})`
  }
  const moved = elsewhere.map(({ practiceCode, ods, map }) => `${practiceCode}: ODS ${ods}, map ${map}`)
  return [
    `practice map of ${onDay} against ODS, which stands:`,
    `  ${counted(elsewhere.length, 'practice')} in another network than ODS says${some(moved)}`,
    `  ${number(onlyOds.length)} in a network only by ODS${some(onlyOds)}`,
    `  ${number(onlyMap.length)} in a network only by the map${some(onlyMap)}`,
  ]
}

/** The figures of an ODS release. */
export function releaseWords({ file, day, isDayAssumed, networks, practices, ahead }: ReleaseFigures): string[] {
  const members = (counts: { networks: number; practices: number }) =>
    `${counted(counts.networks, 'network')} with a member, ${counted(counts.practices, 'practice')} in force`
  return [
    `ODS release of ${day}${isDayAssumed ? ' (today: nothing says of which day it is)' : ''}, ${file}`,
    `  on ${day}: ${members({ networks, practices })}`,
    ...(ahead ? [`  on ${ahead.day}, the last day it announces: ${members(ahead)}`] : []),
  ]
}

/** The figures of a practice map. */
export function mapWords(figures: MapFigures, examples: number): string[] {
  const { day, boards, subIcbLocations, networks, practices, withoutNetwork, patients, patientsInNetworks, unmatched, comparison } = figures
  return [
    `practice map of ${day}`,
    `  ${counted(boards, 'ICB')}, ${counted(subIcbLocations, 'sub-ICB location')}, ${counted(networks, 'network')}`,
    `  ${counted(practices, 'practice')}, ${number(withoutNetwork)} of them in no network`,
    patients === null || patientsInNetworks === null
      ? '  no list sizes of this day are there'
      : `  ${counted(patients, 'patient')}, ${number(patientsInNetworks)} of them in networks`,
    ...(unmatched > 0 ? [`  ${counted(unmatched, 'practice')} only in the map or only among the list sizes`] : []),
    ...(comparison ? comparisonWords(comparison, examples) : []),
  ]
}
