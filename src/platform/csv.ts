import { stringify } from 'csv-stringify/sync'

/** What a spreadsheet would run as a formula, behind any marks that keep it from that. */
const FORMULA = /^'*[=+\-@\t\r]/

/** Rows as a CSV file (RFC 4180). Nothing in it is a formula to a spreadsheet. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((cells) => cells.map(guarded)),
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  )
}

/** A cell no spreadsheet takes for a formula: a `'` stands before what would be one. */
export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell
}

/** The cell as it was before `guarded`. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
}
