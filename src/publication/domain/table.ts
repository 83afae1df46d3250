import { type Day } from '../../platform/day.js'
import { CellProblem } from './cell.js'
import { columnName, type Layout, type PublicationKind } from './official-kind.js'
import { readersOf, type RowOf, Skipped } from './official-row.js'

/** Something in a file stands in the way of importing it. */
export interface FileProblem {
  readonly file: string
  /** As a spreadsheet counts: a heading is row 1. Null where it is about the file as a whole. */
  readonly row: number | null
  readonly column: string | null
  readonly reason: string
}

/** How many times something was left out, and why. */
export interface Skip {
  readonly why: string
  readonly rows: number
}

/** What one table of a file says: every row of it, complete and free of contradiction. */
export interface ReadTable<Kind extends PublicationKind = PublicationKind> {
  readonly file: string
  readonly kind: Kind
  /** The day it is of: its own where its rows say one. Null where nothing says it. */
  readonly day: Day | null
  readonly rows: readonly RowOf[Kind][]
  /** Rows of data in the file, whatever became of them. */
  readonly read: number
  readonly skipped: readonly Skip[]
  /** What is worth knowing about it, though nothing is wrong. */
  readonly notes: readonly string[]
}

/** Whether a table is of a kind. */
export function isOf<Kind extends PublicationKind>(table: ReadTable, kind: Kind): table is ReadTable<Kind> {
  return table.kind === kind
}

/** No official file has nearly as many rows that are kept. */
const MOST_ROWS = 1_000_000
/** A broken file may have a problem in every row; the first ones tell what is wrong. */
export const MOST_PROBLEMS = 20

/** Takes the records of a table one after another and keeps what is read from them. */
export class TableReading<Kind extends PublicationKind = PublicationKind> {
  readonly problems: FileProblem[] = []
  private readonly rows: RowOf[Kind][] = []
  /** Where each is in the file. */
  private readonly places: number[] = []
  /** The place among the rows of what no two may share. */
  private readonly kept = new Map<string, number>()
  private readonly skipped = new Map<string, number>()
  /** A practice's membership without an end, by practice. */
  private readonly open = new Map<string, number>()
  private readonly totals = new Map<string, number>()
  private day: Day | null = null
  private read = 0

  constructor(
    private readonly file: string,
    private readonly layout: Layout & { readonly kind: Kind },
  ) {
    for (const name of layout.missing) this.refuse(1, name, 'the column is missing')
    for (const name of layout.doubled) this.refuse(1, name, 'the column is there twice')
  }

  /** Whether reading on would tell nothing more. */
  get isHopeless(): boolean {
    return this.layout.missing.length + this.layout.doubled.length > 0 || this.problems.length >= MOST_PROBLEMS
  }

  /** One record of data. Empty ones are left out. */
  take(row: number, cells: readonly string[]): void {
    if (cells.every((cell) => cell.trim() === '')) return
    this.read += 1
    const { width, places, kind } = this.layout
    if (width !== null && cells.length !== width) {
      this.refuse(row, null, `expected ${width} columns; found ${cells.length}: cut short, or a column is missing`)
      return
    }
    try {
      const read = readersOf[kind]((key) => cells[places[key] ?? -1] ?? '')
      if (read instanceof Skipped) this.skip(read.why)
      else if (read !== null) this.keep(row, read)
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error
      this.refuse(row, error.column, error.reason)
    }
  }

  /** Everything read, or null when there are problems. `fileDay` is the day the file is of, where its rows do not say one. */
  finish(fileDay: Day | null, notes: readonly string[] = []): ReadTable<Kind> | null {
    this.checkTotals()
    if (this.problems.length === 0 && this.rows.length === 0) this.refuse(null, null, 'there are no rows of data in it')
    if (this.problems.length > 0) return null
    const skipped = [...this.skipped].map(([why, rows]) => ({ why, rows }))
    const rows =
      this.totals.size < 2 ? this.rows : this.rows.filter((row) => (tellingOf(this.layout.kind, row).total?.level ?? 'GP') === 'GP')
    return { file: this.file, kind: this.layout.kind, day: this.day ?? fileDay, rows, read: this.read, skipped, notes }
  }

  refuse(row: number | null, column: string | null, reason: string): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ file: this.file, row, column, reason })
  }

  private skip(why: string): void {
    this.skipped.set(why, (this.skipped.get(why) ?? 0) + 1)
  }

  private keep(row: number, read: RowOf[Kind]): void {
    const { key, onDay, openFor, total } = tellingOf(this.layout.kind, read)
    const earlier = this.kept.get(key)
    if (earlier !== undefined) {
      const difference = differing(this.rows[earlier] as object, read, this.layout.kind)
      if (difference === null) return this.skip('the same row again')
      return this.refuse(row, null, `contradicts row ${this.places[earlier]}: ${difference}`)
    }
    const other = openFor === null ? undefined : this.open.get(openFor)
    if (other !== undefined) {
      return this.refuse(
        row,
        columnName('MEMBERSHIPS', 'endsOn'),
        `contradicts row ${other}: ${openFor} is in a network without an end there as well`,
      )
    }
    if (onDay !== null && this.day !== null && onDay !== this.day) {
      return this.refuse(row, null, `is of ${onDay}, but the rows before it are of ${this.day}`)
    }
    if (this.kept.size >= MOST_ROWS) return this.refuse(row, null, `there are more than ${MOST_ROWS} rows`)
    this.day = onDay
    this.kept.set(key, this.rows.push(read) - 1)
    this.places.push(row)
    if (openFor !== null) this.open.set(openFor, row)
    if (total) this.totals.set(total.level, (this.totals.get(total.level) ?? 0) + total.patients)
  }

  /** A file that counts the same patients at several levels has to have the same total at each: one cut short has not. */
  private checkTotals(): void {
    const practices = this.totals.get('GP')
    for (const [level, patients] of this.totals) {
      if (practices !== undefined && patients !== practices) {
        this.refuse(
          null,
          'NUMBER_OF_PATIENTS',
          `the practices have ${practices} patients together, the rows of ${level} ${patients}: cut short?`,
        )
      }
    }
  }
}

interface Telling {
  /** What no two rows may share. */
  readonly key: string
  /** The one day of the whole table, where it has one. */
  readonly onDay: Day | null
  /** The practice that is in a network without an end. */
  readonly openFor: string | null
  readonly total: { readonly level: string; readonly patients: number } | null
}

const nothing: Omit<Telling, 'key'> = { onDay: null, openFor: null, total: null }

const tellings: { readonly [Kind in PublicationKind]: (row: RowOf[Kind]) => Telling } = {
  NETWORKS: (row) => ({ ...nothing, key: row.networkCode }),
  MEMBERSHIPS: (row) => {
    const openFor = row.endsOn === null ? row.practiceCode : null
    return { ...nothing, key: `${row.practiceCode} ${row.networkCode} ${row.startsOn}`, openFor }
  },
  PRACTICES: (row) => ({ ...nothing, key: row.practiceCode }),
  PRACTICE_MAP: (row) => ({ ...nothing, key: row.practiceCode, onDay: row.onDay }),
  LIST_SIZES: (row) => ({ ...nothing, key: row.practiceCode, onDay: row.onDay }),
  AGE_BANDS: ({ levelName, practiceCode, onDay, patients }) => {
    return { ...nothing, key: `${levelName} ${practiceCode}`, onDay, total: { level: levelName, patients } }
  },
  RESULTS: (row) => ({ ...nothing, key: `${row.organisationCode} ${row.achievedOn} ${row.indicatorCode} ${row.measure}` }),
  DEPRIVATION: (row) => ({ ...nothing, key: `${row.organisationCode} ${row.indexYear}` }),
}

function tellingOf<Kind extends PublicationKind>(kind: Kind, row: RowOf[Kind]): Telling {
  return tellings[kind](row)
}

/** The first column in which two rows of one thing differ; null where they say the same. */
function differing(one: object, other: object, kind: PublicationKind): string | null {
  const [before, after] = [one as Record<string, unknown>, other as Record<string, unknown>]
  const key = Object.keys(after).find((name) => before[name] !== after[name])
  if (key === undefined) return null
  const told = (value: unknown) => (value === null ? 'nothing' : JSON.stringify(value))
  return `${columnName(kind, key)} was ${told(before[key])} and is ${told(after[key])}`
}
