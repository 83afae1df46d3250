import { hoursInTable } from '../layout/hours.js'
import { momentInWords } from '../layout/words.js'
import { type CapacityData, type TimeData } from './time.data.js'

/** Months of a contract year, April first. */
export const MONTHS = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'] as const

/** The months with their year: "April 2026". */
export function monthNames(contractYear: string): string[] {
  const start = Number(contractYear.slice(0, 4))
  const format = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return MONTHS.map((_, month) => format.format(new Date(Date.UTC(start, 3 + month, 1))))
}

/** The time of every staff group by month, and what of it is taken already. */
export function timeView({ staffGroups, capacity, priorities }: TimeData) {
  const rows = (staffGroups ?? []).map(({ code, name, own }) => {
    const entered = (capacity ?? []).find(({ staffGroup }) => staffGroup === code)
    return {
      ...{ code, name, own, href: `/time/capacity/${code}`, isEntered: (entered?.minutes ?? null) !== null },
      ...{ cells: cellsOf(entered?.minutes ?? null), year: inTable(entered?.yearMinutes ?? null) },
      fixed: fixedOf(entered?.otherFixed ?? null),
      basis: entered ? basisWords(entered) : null,
    }
  })
  return {
    rows,
    bases: rows.filter(({ basis }) => basis !== null),
    hasStarted: rows.some(({ isEntered }) => isEntered) || (priorities ?? []).length > 0,
  }
}

function cellsOf(minutes: readonly (number | null)[] | null): string[] {
  return (minutes ?? []).map(inTable)
}

function fixedOf(minutes: readonly number[] | null) {
  if (minutes === null) return null
  return { cells: minutes.map(inTable), year: hoursInTable(minutes.reduce((sum, one) => sum + one, 0)) }
}

function inTable(minutes: number | null): string {
  return minutes === null ? '?' : hoursInTable(minutes)
}

function basisWords({ basis, recordedAt }: CapacityData): string | null {
  if (recordedAt === null) return null
  const since = `Entered on ${momentInWords(recordedAt)}.`
  return basis ? `${basis} ${since}` : `Nobody said where it comes from. ${since}`
}
