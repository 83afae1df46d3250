/** How far the page looks ahead, and how many lines a part of it holds: it is read in five minutes. */
export const DAYS_AHEAD = 90
export const LINES = 8

/** A line of the page: what it is about, and what is to know of it. */
export interface Line {
  readonly href: string | null
  readonly text: string
  readonly detail: string
}

/** A part of a list, and how many lines it leaves out. */
export interface Part<Row> {
  readonly rows: readonly Row[]
  readonly more: number
}

/** The first lines of a list. */
export function part<Row>(rows: readonly Row[], lines = LINES): Part<Row> {
  return { rows: rows.slice(0, lines), more: Math.max(0, rows.length - lines) }
}
