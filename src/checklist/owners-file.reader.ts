import { CsvError, parse } from 'csv-parse/sync'
import { csvOf, unguarded } from '../platform/csv.js'
import { problemOf } from '../platform/graphql/plain-text.js'
import { type ItemLine } from './assignment.repository.js'
import { type OwnersFileProblem } from './assignment.types.js'

/** The columns of the file, in order. Reading looks at code, owner and note only. */
const COLUMNS = ['code', 'title', 'status', 'due', 'owner', 'note'] as const
const READ = ['code', 'owner', 'note'] as const

/** One line of a file of owners. `row` is what a spreadsheet calls it: the heading is 1. */
export interface OwnerLine {
  readonly row: number
  readonly code: string
  /** Email address or id of a person; empty for nobody. */
  readonly owner: string
  readonly note: string
}

/** Lines and everything wrong with the file so far. */
export interface OwnersRead {
  readonly lines: readonly OwnerLine[]
  readonly problems: readonly OwnersFileProblem[]
}

/** Who has an item, as the file says it: the email address or, without one, the id. */
export function ownerOf({ email, assigneeId }: Pick<ItemLine, 'email' | 'assigneeId'>): string {
  return email ?? assigneeId ?? ''
}

/** Items as a CSV file (RFC 4180). Nothing in it is a formula to a spreadsheet: a `'` stands before what would be, and reading takes it away. */
export function writeItems(lines: readonly ItemLine[]): string {
  const rows = lines.map((line) => [line.code, line.title, line.status, line.nextDueOn ?? '', ownerOf(line), line.note ?? ''])
  return csvOf([[...COLUMNS], ...rows])
}

/** Reads codes, owners and notes back. After bad quoting nothing is read: where its line would end cannot be known. */
export function readOwners(csv: string): OwnersRead {
  const { rows, problem } = cellsOf(csv)
  const heading = (rows[0] ?? []).map((name) => name.trim().toLowerCase())
  const headingProblems = READ.flatMap((name) => problemOfColumn(heading, name))
  if (headingProblems.length > 0) return { lines: [], problems: headingProblems }
  const lines: OwnerLine[] = []
  const problems: OwnersFileProblem[] = []
  rows.slice(1).forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return
    const line = lineOf(heading, cells, index + 2)
    if ('message' in line) problems.push(line)
    else lines.push(line)
  })
  return { lines, problems: problem ? [...problems, problem] : problems }
}

/** The cells of each row, up to where the file breaks. */
export function cellsOf(csv: string): { rows: string[][]; problem?: OwnersFileProblem } {
  const rows: string[][] = []
  const keep = (cells: string[]): string[] => {
    rows.push(cells)
    return cells
  }
  try {
    parse(csv, { bom: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'], on_record: keep })
    return { rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const message = 'The quotes do not match: a quote inside a cell has to be doubled. Nothing after this line was read.'
    return { rows, problem: { row: rows.length + 1, column: null, message } }
  }
}

/** What is wrong with a column that has to be there once. */
export function problemOfColumn(heading: readonly string[], name: string): OwnersFileProblem[] {
  const found = heading.filter((column) => column === name).length
  if (found === 1) return []
  return [{ row: 1, column: name, message: found === 0 ? `There is no column ${name}.` : `There are ${found} columns ${name}.` }]
}

function lineOf(heading: readonly string[], cells: readonly string[], row: number): OwnerLine | OwnersFileProblem {
  if (cells.length !== heading.length) {
    return { row, column: null, message: `This line has ${cells.length} cells; the heading has ${heading.length}.` }
  }
  const cell = (name: (typeof READ)[number]): string => unguarded(cells[heading.indexOf(name)] ?? '')
  const note = cell('note').replaceAll('\r\n', '\n').trim()
  const wrong = problemOf(note, 0, 2000, true)
  if (wrong) return { row, column: 'note', message: `The note must ${wrong}.` }
  return { row, code: cell('code').trim(), owner: cell('owner').trim(), note }
}
