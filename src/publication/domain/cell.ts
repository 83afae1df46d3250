import { isInvented } from '../../network/domain/organisations.js'
import { addDays, type Day, isDay } from '../../platform/day.js'

/** A cell of an official file cannot be read. */
export class CellProblem extends Error {
  constructor(
    readonly column: string,
    readonly reason: string,
  ) {
    super(`${column}: ${reason}`)
  }
}

/** Codes as the Organisation Data Service issues them. A sub-ICB location or an ICB has three characters or, among the newer ones, five. */
export const officialForms = {
  network: { form: /^U\d{5}$/, example: 'a network code such as U89141' },
  practice: { form: /^[A-Z]\d{5}$/, example: 'a practice code such as A81001' },
  subIcbLocation: { form: /^(?:[0-9A-Z]{3}|[A-Z]\d[A-Z]\d[A-Z])$/, example: 'a sub-ICB location code such as 16C or W2U3Z' },
  board: { form: /^(?:Q[0-9A-Z]{2}|[A-Z]\d[A-Z]\d[A-Z])$/, example: 'an ICB code such as QHM or Z9B2Z' },
  region: { form: /^Y\d{2}$/, example: 'a region code such as Y63' },
} as const
export type OfficialForm = keyof typeof officialForms

const longestName = 200
const largestCount = 2_000_000_000
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Every run of white space as one space, and none at the ends: how headings and names are compared and kept. */
export function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/**
 * A code of the Organisation Data Service. Errors: CellProblem for another form, and for an invented code, which a real file never carries.
 */
export function codeIn(text: string, kind: OfficialForm, column: string): string {
  const code = folded(text)
  const { form, example } = officialForms[kind]
  if (form.test(code)) return code
  if (isInvented(code)) throw new CellProblem(column, `${code} is an invented code, which no official file carries`)
  throw new CellProblem(column, `expected ${example}; found ${shown(code)}`)
}

/** A name. Errors: CellProblem when there is none, or it is longer than any name. */
export function nameIn(text: string, column: string): string {
  const name = folded(text)
  if (name === '') throw new CellProblem(column, 'expected a name; found nothing')
  if (name.length > longestName) throw new CellProblem(column, `expected a name of at most ${longestName} characters; found ${name.length}`)
  return name
}

/** A whole count of at least 0. Errors: CellProblem for anything else. */
export function countIn(text: string, column: string): number {
  const digits = text.trim()
  if (!/^\d{1,10}$/.test(digits) || Number(digits) > largestCount)
    throw new CellProblem(column, `expected a whole number; found ${shown(digits)}`)
  return Number(digits)
}

/** A score with at most 15 decimals, in thousandths, rounded. Errors: CellProblem for what is no score of 0 to 1000. */
export function thousandthsIn(text: string, column: string): number {
  const score = text.trim()
  if (!/^\d{1,4}(?:\.\d{1,17})?$/.test(score) || Number(score) > 1000)
    throw new CellProblem(column, `expected a score; found ${shown(score)}`)
  return Math.round(Number(score) * 1000)
}

/**
 * A day in any of the forms official files use: 20191001, 01Jul2026, 01JAN2021, 2026-07-01, 31/03/2024 (the day first), or a spreadsheet's own
 * number of days. Errors: CellProblem for anything else, and for days that are not in the calendar.
 */
export function dayIn(text: string, column: string): Day {
  const cell = text.trim()
  const known = days.get(cell)
  if (known !== undefined) return known
  const day = written(cell)
  if (day === undefined || !isDay(day)) throw new CellProblem(column, `expected a day such as 20191001; found ${shown(cell)}`)
  if (days.size > 50_000) days.clear()
  days.set(cell, day)
  return day
}

/** The same where the cell may be empty. */
export function dayOrNoneIn(text: string, column: string): Day | null {
  return text.trim() === '' ? null : dayIn(text, column)
}

/** What a cell says, for a message: never more than a few words of it. */
export function shown(text: string): string {
  if (text === '') return 'nothing'
  return text.length > 40 ? `"${text.slice(0, 40)}…"` : `"${text}"`
}

/** Days that were read before: a file names few different ones. */
const days = new Map<string, Day>()

function written(cell: string): string | undefined {
  const plain = /^(\d{4})-?(\d{2})-?(\d{2})(?:\.0+|T00:00:00(?:\.0+)?Z?| 00:00:00)?$/.exec(cell)
  if (plain) return `${plain[1]}-${plain[2]}-${plain[3]}`
  const british = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(cell)
  if (british) return `${british[3]}-${british[2]}-${british[1]}`
  const named = /^(\d{2})([A-Za-z]{3})(\d{4})$/.exec(cell)
  if (named) {
    const month = months.indexOf((named[2] ?? '').toLowerCase()) + 1
    return month === 0 ? undefined : `${named[3]}-${String(month).padStart(2, '0')}-${named[1]}`
  }
  // Days since the last one of 1899, as Excel counts them; 20000 is in 1954 and 80000 in 2119.
  return /^[2-7]\d{4}$/.test(cell) ? addDays('1899-12-30', Number(cell)) : undefined
}
