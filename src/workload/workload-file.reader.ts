import { stringify } from 'csv-stringify/sync'
import { cellsOf, problemOfColumn } from '../checklist/owners-file.reader.js'
import { guarded, unguarded } from '../platform/csv.js'
import { problemOf } from '../platform/graphql/plain-text.js'
import { counted } from '../priority/domain/counted.js'
import { MOST_MINUTES_A_MONTH, refuseMinutes, refuseRange } from '../priority/domain/minutes.js'
import { type MinutesRange } from '../specification/domain/reference-data.js'
import { MOST_MINUTES_A_YEAR } from './estimating.service.js'
import { type WorkloadFileProblem } from './workload-result.types.js'

/** What a line is about. */
export const lineKinds = ['CAPACITY', 'OTHER_FIXED', 'ESTIMATE'] as const
export type LineKind = (typeof lineKinds)[number]

const MONTH_COLUMNS = ['apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec', 'jan', 'feb', 'mar'] as const
const COLUMNS = [
  ...(['line', 'staffGroup', 'requirement', 'title', 'low', 'central', 'high', 'businessAsUsualPercent'] as const),
  ...MONTH_COLUMNS,
  ...(['note', 'basis'] as const),
]
/** What reading looks at: title and basis are there for the reader's eyes. */
const READ = COLUMNS.filter((column) => column !== 'title' && column !== 'basis')
type Column = (typeof COLUMNS)[number]

/** A line end inside a cell has to stand in quotes even when it is not the file's own. */
const LINE_END = /[\r\n]/

/** A line of the file. What does not belong to its kind is null. */
export interface WorkloadLine {
  readonly kind: LineKind
  readonly staffGroup: string
  /** A requirement's code; null unless it is an estimate. */
  readonly requirementCode: string | null
  readonly minutes: MinutesRange | null
  readonly businessAsUsualPercent: number | null
  /** Twelve months, null where not known; null for an estimate. */
  readonly months: readonly (number | null)[] | null
  readonly note: string
}

/** A line as written, with what is there for the reader's eyes only. */
export type ShownLine = WorkloadLine & { readonly title: string; readonly basis: string }

/** A line as read. `row` is what a spreadsheet calls it: the heading is 1. */
export type ReadLine = WorkloadLine & { readonly row: number }

/** Lines as a CSV file (RFC 4180). Nothing in it is a formula to a spreadsheet. */
export function writeWorkload(lines: readonly ShownLine[]): string {
  const rows = lines.map((line) => COLUMNS.map((column) => guarded(cellOf(line, column))))
  return stringify([[...COLUMNS], ...rows], { record_delimiter: 'windows', quoted_match: LINE_END })
}

/** What a file says. */
export interface WorkloadRead {
  readonly lines: readonly ReadLine[]
  /** Lines with something wrong in their figures: what they are about is still looked at, so that every problem is named at once. */
  readonly broken: readonly ReadLine[]
  readonly problems: readonly WorkloadFileProblem[]
}

/** Reads a file back: every line, and everything wrong with the others. */
export function readWorkload(csv: string): WorkloadRead {
  const { rows, problem } = cellsOf(csv)
  const heading = (rows[0] ?? []).map((name) => name.trim().toLowerCase())
  const headingProblems = READ.flatMap((name) => problemOfColumn(heading, name.toLowerCase()))
  if (headingProblems.length > 0) return { lines: [], broken: [], problems: headingProblems }
  const read = rows
    .slice(1)
    .flatMap((cells, index) => (cells.every((cell) => cell.trim() === '') ? [] : [lineOf(heading, cells, index + 2)]))
  const problems = [...read.flatMap((line) => line.problems), ...(problem ? [problem] : [])]
  const linesOf = (isBroken: boolean) => read.flatMap(({ line, problems: own }) => (line && own.length > 0 === isBroken ? [line] : []))
  return { lines: linesOf(false), broken: linesOf(true), problems }
}

function cellOf(line: ShownLine, column: Column): string {
  const month = (MONTH_COLUMNS as readonly string[]).indexOf(column)
  if (month >= 0) return String(line.months?.[month] ?? '')
  const { kind, staffGroup, requirementCode, title, minutes, businessAsUsualPercent, note, basis } = line
  const cells: Readonly<Partial<Record<Column, string | number | null | undefined>>> = {
    ...{ line: kind, staffGroup, requirement: requirementCode, title, ...minutes, businessAsUsualPercent, note, basis },
  }
  return String(cells[column] ?? '')
}

interface Reading {
  readonly line: ReadLine | null
  readonly problems: WorkloadFileProblem[]
}

function lineOf(heading: readonly string[], cells: readonly string[], row: number): Reading {
  if (cells.length !== heading.length) {
    return {
      line: null,
      problems: [{ row, column: null, message: `This line has ${counted(cells.length, 'cell')}; the heading has ${heading.length}.` }],
    }
  }
  const problems: WorkloadFileProblem[] = []
  const refuse = (column: Column | null, message: string): null => {
    problems.push({ row, column, message })
    return null
  }
  const cell = (column: Column): string => unguarded(cells[heading.indexOf(column.toLowerCase())] ?? '').trim()
  const whole = (column: Column): number | null => {
    const text = cell(column)
    if (text === '') return null
    return /^-?\d{1,15}$/.test(text) ? Number(text) : refuse(column, `These must be whole minutes or percent, not "${text.slice(0, 40)}".`)
  }
  const kind = lineKinds.find((known) => known === cell('line')) ?? refuse('line', `A line is one of ${lineKinds.join(', ')}.`)
  const note = cell('note').replaceAll('\r\n', '\n')
  const wrong = problemOf(note, 0, 1000, true)
  if (wrong) refuse('note', `The note must ${wrong}.`)
  if (kind === null) return { line: null, problems }
  const shared = { row, kind, staffGroup: cell('staffGroup'), note }
  const line =
    kind === 'ESTIMATE' ? { ...shared, ...estimateOf(cell, whole, refuse), months: null } : { ...shared, ...monthsOf(kind, whole, refuse) }
  return { line, problems }
}

type Whole = (column: Column) => number | null
type Refuse = (column: Column | null, message: string) => null

function estimateOf(cell: (column: Column) => string, whole: Whole, refuse: Refuse) {
  const [low, central, high] = [whole('low'), whole('central'), whole('high')]
  const percent = whole('businessAsUsualPercent')
  if (percent !== null && (percent < 0 || percent > 100)) refuse('businessAsUsualPercent', `A percentage is from 0 to 100, not ${percent}.`)
  if (central === null && (low !== null || high !== null)) refuse('central', 'The most likely minutes are missing.')
  const minutes = central === null ? null : { low: low ?? central, central, high: high ?? central }
  const problem = minutes && refuseRange(minutes, MOST_MINUTES_A_YEAR)
  if (problem) refuse(problem.field as Column, problem.message)
  return { requirementCode: cell('requirement'), minutes, businessAsUsualPercent: percent }
}

function monthsOf(kind: LineKind, whole: Whole, refuse: Refuse) {
  const months = MONTH_COLUMNS.map((column) => {
    const minutes = whole(column)
    const problem = refuseMinutes(minutes ?? 0, MOST_MINUTES_A_MONTH, column)
    if (problem) refuse(column, problem.message)
    return minutes
  })
  const known = months.filter((minutes) => minutes !== null).length
  if (kind === 'OTHER_FIXED' && known > 0 && known < months.length) refuse(null, 'Other fixed work needs all twelve months, or none.')
  return { requirementCode: null, minutes: null, businessAsUsualPercent: null, months }
}
